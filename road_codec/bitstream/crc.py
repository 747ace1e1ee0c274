"""Checksums."""

import zlib


def crc32(data: bytes) -> int:
    """Return the CRC-32 of zlib and PNG."""
    return zlib.crc32(data)


def crc16_modbus(data: bytes) -> int:
    """Return the CRC-16 with polynomial 8005h, reflected, begun with FFFFh, no final xor."""
    value = 0xFFFF
    for byte in data:
        value = (value >> 8) ^ _TABLE[(value ^ byte) & 0xFF]
    return value


def _table_entry(value: int) -> int:
    for _ in range(8):
        value = (value >> 1) ^ (0xA001 if value & 1 else 0)
    return value


_TABLE = tuple(_table_entry(byte) for byte in range(256))
