"""The value `SoundFormat`: what a sound is, apart from its samples."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from road_codec.audio.cover import Cover
    from road_codec.audio.samples import SampleType


@dataclass(frozen=True, slots=True)
class SoundFormat:
    """What a sound is, apart from its samples.

    Attributes
    ----------
    rate_hz : int
        Samples per second of one channel.
    n_channels : int
        Number of channels.
    sample_type : SampleType
        Meaning of the numbers.
    n_samples : int or None
        Length in samples of one channel; None where only reading to the end will tell.
    tags : mapping of str to str
        Title, artist and so on.
    cover : Cover or None
        The picture on its front, where that was asked for and is there.
    """

    rate_hz: int
    n_channels: int
    sample_type: "SampleType"
    n_samples: int | None
    tags: Mapping[str, str] = field(default_factory=dict)
    cover: "Cover | None" = None

    @property
    def seconds(self) -> float | None:
        """Duration, None while the length is unknown."""
        return None if self.n_samples is None else self.n_samples / self.rate_hz

    @property
    def pcm_bytes(self) -> int:
        """What the samples take without compression; 0 while the length is unknown."""
        return (self.n_samples or 0) * self.n_channels * self.sample_type.bits // 8
