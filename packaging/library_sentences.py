"""What the library may say to people: the sentences that the window translates by their shape.

A sentence is a literal or an f-string of `road_codec`; its holes are numbered: "{1}: there is no
such file".  They are found by reading the source, for errors, notices and reasons are written where
they arise; parameters and presets are asked for theirs.
"""

import ast
import errno
import os
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from road_codec import DecodeOptions, PresetStore, all_codecs, describe

ROOT = Path(__file__).resolve().parent.parent
SENTENCES, PRESETS, FIELDS = "road_codec", "road_codec presets", "road_codec fields"
"""The contexts under which they are translated."""

# What only the command line, benchmarks beside other programs and the training of tables say.
_ELSEWHERE = re.compile(
    r"/cli/|/batch/run\.py|benchmarking/(coders|house|measuring|peers|plot|processes|rows)\.py"
    r"|extrema/training\.py|tqa/design\.py|audio/signals\.py"
)
# What is compared or drawn, or told to programmers.
_NOT_SAID = {
    "Last page lacks an end-of-stream bit",
    "ClassicReader | DevelopmentReader",
    "cannot cache",
    "error : ",
    "module {1} has no attribute {2}",
    "there is no range {1}",
}
# Of these the dictionaries are no descriptions of files.
_NO_FIELDS = {"params.py", "layout.py", "design.py"}
# Calls that are given the name of what they read or check, for their errors.
_NAMING = {"ByteReader", "check", "number", "numbers", "read_at", "take", "text"}
_WORD = re.compile(r"[A-Za-z]{2,}")
_TWO_WORDS = re.compile(r"[A-Za-z]\S* \S*[A-Za-z{]|[}A-Za-z]\S* \S*[A-Za-z]")
_REASONS = (
    *("E2BIG", "EACCES", "EBADF", "EBUSY", "EDQUOT", "EEXIST", "EFAULT", "EFBIG", "EINVAL"),
    *("EIO", "EISDIR", "ELOOP", "EMFILE", "EMLINK", "ENAMETOOLONG", "ENFILE", "ENODEV", "ENOENT"),
    *("ENOMEM", "ENOSPC", "ENOTDIR", "ENOTEMPTY", "ENXIO", "EPERM", "EPIPE", "EROFS", "ESPIPE"),
    *("ESTALE", "ETIMEDOUT", "ETXTBSY", "EXDEV"),
)
# Of libsndfile, as the library repeats them: in lower case, without a full stop.
_OF_LIBSNDFILE = (
    "bad channel count",
    "bad data length",
    "bad flac header",
    "bad sample size",
    "channel count is zero",
    "could not open file",
    "embedded null byte",
    "error in adpcm wav file. invalid bit width",
    "error in adpcm wav file. invalid number of channels",
    "error in adpcm wav file. invalid number of samples per block",
    "error in aiff file, 'aiff' marker without 'form'",
    "error in aiff file, 'comm' marker without 'form'",
    "error in aiff file, 'ssnd' marker without 'comm'",
    "error in aiff file, bad 'comm' chunk",
    "error in aiff file, bad 'comm' chunk size",
    "error in aiff file, bad 'form' marker",
    "error in aiff file, bad 'ssnd' chunk",
    "error in aiff file, no sound data",
    "error in aiff file, unknown chunk",
    "error in au file, missing '.snd' or 'dns.' marker",
    "error in au file, unknown format",
    "error in rf64 file. no 'data' chunk marker",
    "error in voc file, bad format",
    "error in w64 file. file contains 64 bit offset",
    "error in w64 file. no 'data' chunk marker",
    "error in w64 file. no 'riff' chunk marker",
    "error in w64 file. no 'wave' chunk marker",
    "error in wav file. 'fact' chunk out of place",
    "error in wav file. bad 'peak' chunk",
    "error in wav file. block alignment in 'fmt ' chunk is incorrect",
    "error in wav file. data is in wavpack format",
    "error in wav file. errors in 'fmt ' chunk",
    "error in wav file. file contains an unknown chunk marker",
    "error in wav file. malformed list chunk",
    "error in wav file. no 'data' chunk marker",
    "error in wav file. no 'riff' chunk marker",
    "error in wav file. no 'wave' chunk marker",
    "error in wav/w64/rf64 file. malformed 'fmt ' chunk",
    "error in wav/w64/rf64 file. no 'fmt ' chunk marker",
    "error in wav/w64/rf64 file. short 'fmt ' chunk",
    "file contains data in an unimplemented format",
    "file does not exist or is not a regular file (possibly a pipe?)",
    "file exists but no data could be read",
    "flac channel changed mid stream",
    "flac decoder lost sync",
    "flac does not support this sample rate",
    "format not recognised",
    "internal psf_fseek() failed",
    "mpeg-1/2/2.5 only supports sample rates of 8000, 11025, 12000, 16000, 22050, 24000, 32000, "
    "44100, and 48000",
    "no 'desc' marker in caf file",
    "not a caf file",
    "not an rf64 file",
    "opus only supports sample rates of 8000, 12000, 16000, 24000, and 48000",
    "possibly trying to open unsupported format",
    "problem while creating flac decoder",
    "problem with initialization of the flac decoder",
    "samplerate must be specified",
    "supplied filename too long",
    "supported file format but file is malformed",
    "supported file format but unsupported encoding",
    "system error",
    "too many channels specified",
    "unknown error in flac decoder",
    "unspecified internal error",
)
# Why a sound card does not play; in lower case too.
_OF_PORTAUDIO = (
    "portaudio not initialized",
    "unanticipated host error",
    "invalid number of channels",
    "invalid sample rate",
    "invalid device",
    "sample format not supported",
    "insufficient memory",
    "buffer too big",
    "buffer too small",
    "wait timed out",
    "internal portaudio error",
    "device unavailable",
    "stream is stopped",
    "stream is not stopped",
    "output underflowed",
    "host api not found",
    "invalid host api",
)


def sentences() -> dict[str, list[str]]:
    """Return all that the library may say, by context, sorted."""
    found: set[str] = set()
    keys: set[str] = set()
    for path in sorted((ROOT / "road_codec").rglob("*.py")):
        if not _ELSEWHERE.search(path.as_posix()):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found |= set(_sentences_of(tree))
            if "/codecs/" in path.as_posix() and path.name not in _NO_FIELDS:
                keys |= set(_fields_of(tree))
    found |= set(_of_parameters()) | set(_OF_LIBSNDFILE) | set(_OF_PORTAUDIO)
    found |= {os.strerror(getattr(errno, name)).lower() for name in _REASONS}
    shipped = [preset for preset in PresetStore(ROOT / "none").all() if preset.is_shipped]
    presets = {text for preset in shipped for text in (preset.name, preset.text)}
    return {
        SENTENCES: sorted(found - _NOT_SAID),
        PRESETS: sorted(presets),
        FIELDS: sorted(keys),
    }


def _of_parameters() -> Iterator[str]:
    kinds = [DecodeOptions, *(codec.params_type for codec in all_codecs())]
    for kind in kinds:
        for param in describe(kind):
            yield param.name
            yield f"{param.name.replace('_', ' ')} {{1}}"  # as the window names settings
            yield from filter(None, (param.doc, param.automatic))
            if param.unit:
                yield f"{{1}} {param.unit}"
        yield from (field.name for field in fields(kind))
    yield from ("on", "off", "auto")
    for codec in all_codecs():
        yield codec.title
        yield from (label for label, _ in codec.benchmarks)


def _sentences_of(tree: ast.Module) -> Iterator[str]:
    """Find the literals and f-strings of a module that are made of words."""
    silent = set(_silent(tree))
    for node in ast.walk(tree):
        if id(node) in silent:
            continue
        if isinstance(node, ast.Call) and _name_of(node.func) in _NAMING:
            yield from (arg.value for arg in node.args if _is_name(arg))  # type: ignore[attr-defined]
        template = _template_of(node)
        if template and _WORD.search(template) and _TWO_WORDS.search(template.strip()):
            yield template


def _fields_of(tree: ast.Module) -> Iterator[str]:
    """Find the keys of the dictionaries in which codecs describe their files."""
    for node in ast.walk(tree):
        keys: list[ast.expr | None] = []
        match node:
            case ast.Dict():
                keys = list(node.keys)
            case ast.DictComp():
                keys = [node.key]
            case ast.Subscript(slice=ast.Constant(), ctx=ast.Store()):
                keys = [node.slice]
        for key in keys:
            if text := re.sub(r"\{?\d+\}?", "{1}", _template_of(key) if key else ""):
                yield text


def _silent(tree: ast.Module) -> Iterator[int]:
    """Find strings that are parts of others, docstrings, annotations and patterns."""
    for node in ast.walk(tree):
        inside: list[ast.AST] = []
        match node:
            case ast.Expr(value=ast.Constant()):
                inside = [node.value]
            case ast.JoinedStr():
                inside = list(node.values)
                specs = [part.format_spec for part in node.values if hasattr(part, "format_spec")]
                inside += [sub for spec in specs if spec for sub in ast.walk(spec)]
            case ast.BinOp(left=ast.Constant()) if _template_of(node):
                inside = [node.left]
            case ast.Call() if _name_of(node.func) in {"compile", "removeprefix", "TypeVar"}:
                inside = [sub for arg in node.args for sub in ast.walk(arg)]
            case ast.AnnAssign() | ast.arg():
                inside = list(ast.walk(node.annotation)) if node.annotation else []
            case ast.FunctionDef() if node.returns:
                inside = list(ast.walk(node.returns))
        yield from map(id, inside)


def _template_of(node: ast.AST) -> str:
    """Return a string with numbered holes, empty for what is none."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Add()):
            return text + "{1}"
        case ast.JoinedStr():
            parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
            return _numbered(parts)
    return ""


def _numbered(parts: list[str | None]) -> str:
    """Join the literals of an f-string; holes that touch are one, for nothing tells them apart."""
    text, n_holes = "", 0
    for number, part in enumerate(parts):
        if part is not None:
            text += part
        elif not number or parts[number - 1] is not None:
            n_holes += 1
            text += f"{{{n_holes}}}"
    return text


def _name_of(function: ast.expr) -> str:
    return getattr(function, "attr", None) or getattr(function, "id", "")


def _is_name(arg: ast.expr) -> bool:
    value = arg.value if isinstance(arg, ast.Constant) else None
    return isinstance(value, str) and bool(re.fullmatch(r"[A-Za-z][A-Za-z' ]{2,}", value))
