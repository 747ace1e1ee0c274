"""What can be drawn of a file: each sound that can be heard, along the time of the decoded one."""

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from road_codec import DecodeOptions
from road_gui.player.mixing import Mixer, Readers
from road_gui.player.opening import OpenFile
from road_gui.player.pairing import Original
from road_gui.player.programme import Lane, Programme, original_lane
from road_gui.player.source import Heard, Listening
from road_gui.plots.pyramid import Pyramid
from road_gui.plots.wave_item import Ink, Layer

Floats = NDArray[np.float32]

_INKS = {
    Heard.DECODED: Ink.SOUND,
    Heard.SEED: Ink.SEED,
    Heard.ORIGINAL: Ink.ORIGINAL,
    Heard.ERROR: Ink.ERROR,
}


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """One sound to be drawn, and where it comes from.

    Attributes
    ----------
    heard : Heard
        What it is to people.
    layer : Layer
        What is drawn of it.
    lanes : tuple of Lane
        What it is made of; of two, the first less the second.
    """

    heard: Heard
    layer: Layer
    lanes: tuple[Lane, ...]

    @classmethod
    def of(
        cls,
        file: OpenFile,
        heard: Heard,
        original: Original | None = None,
        options: DecodeOptions | None = None,
    ) -> "Drawn | None":
        """Return what is drawn of a file, decoded at its original rate; None if it has no such.

        Of the options, those count that make another sound of the same samples: passes and order.
        """
        plain = Listening(file.path, options=_at_own_rate(options or DecodeOptions()))
        decoded = Lane(Heard.DECODED, plain, file.sound, Fraction(file.sound.rate_hz))
        if heard is Heard.DECODED:
            return cls._of(heard, (decoded,))
        if heard is Heard.SEED:
            if file.seed is None:
                return None
            listening = Listening(file.path, Heard.SEED)
            seed = Lane(Heard.SEED, listening, file.seed, Fraction(file.seed.rate_hz))
            return cls._of(heard, (seed,))
        if original is None:
            return None
        lane = original_lane(original)
        return cls._of(heard, (decoded, lane) if heard is Heard.ERROR else (lane,))

    @classmethod
    def _of(cls, heard: Heard, lanes: tuple[Lane, ...]) -> "Drawn":
        sound = lanes[0].sound
        return cls(heard, Layer(Pyramid(sound.n_channels), sound.rate_hz, _INKS[heard]), lanes)

    def blocks(self, readers: Readers, start: int = 0) -> Generator[Floats, None, None]:
        """Yield it from a sample of its layer on, shape (channels, samples)."""
        if len(self.lanes) > 1:
            return self._error(readers, start)
        return self._own(readers, self.lanes[0], start)

    def _own(self, readers: Readers, lane: Lane, start: int) -> Generator[Floats, None, None]:
        start -= round(lane.delay * lane.rate_hz)
        if start < 0:
            yield np.zeros((lane.sound.n_channels, -start), np.float32)
        with closing(readers.of(lane.listening).blocks(lane.listening, max(0, start))) as blocks:
            yield from blocks

    def _error(self, readers: Readers, start: int) -> Generator[Floats, None, None]:
        programme, sound = Programme(self.lanes), self.lanes[0].sound
        column = programme.heard.index(Heard.ERROR) * sound.n_channels
        mixer = Mixer(programme, sound.rate_hz, sound.n_channels, readers, _refuse)
        with closing(mixer.frames(start)) as blocks:
            for frames in blocks:
                yield np.ascontiguousarray(frames[:, column : column + sound.n_channels].T)

    def stretch(self, start: int, stop: int) -> Floats:
        """Return the samples from `start` to `stop`, shape (channels, samples), as far as it goes.

        Opens the files anew, for whatever thread this is.
        """
        pieces: list[Floats] = []
        missing = stop - start
        with closing(Readers()) as readers, closing(self.blocks(readers, start)) as blocks:
            for block in blocks:
                pieces.append(block[:, :missing])
                missing -= pieces[-1].shape[1]
                if missing <= 0:
                    break
        none = np.empty((self.lanes[0].sound.n_channels, 0), np.float32)
        return np.concatenate([none, *pieces], axis=1)


def _at_own_rate(options: DecodeOptions) -> DecodeOptions:
    is_random = options.order != DecodeOptions().order
    return DecodeOptions(
        passes=options.passes,
        order=options.order,
        order_seed=options.order_seed if is_random else 0,
    )


def _refuse(heard: Heard, error: Exception) -> None:
    raise error
