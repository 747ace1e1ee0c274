"""What all rows together amount to, in one sentence."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from road_gui.encoder.intake import Intake
from road_gui.encoder.queue import Totals
from road_gui.encoder.rows import Row, State
from road_gui.messages import duration_text, path_text, size_text, speed_text

_DOT = " · "
# Below this an estimate of what is left jumps about.
_SHARE_FOR_ESTIMATE = 0.02


class Summary(QObject):
    """Finds the words; a `QObject` for the sake of translation."""

    def of_queue(self, totals: Totals) -> str:
        """Say what waits, or what came of it."""
        if totals.n_finished or totals.n_stopped:
            return self.of_end(totals)
        if not totals.n_rows:
            return self.tr("Nothing to do yet")
        return self.tr("%n file(s) in the queue", "", totals.n_rows)

    def of_work(self, totals: Totals) -> str:
        """Say how far the work is."""
        parts = [self.tr("{done} of %n file(s)", "", totals.n_rows).format(done=totals.n_finished)]
        if totals.n_failed:
            parts.append(self.tr("%n failed", "", totals.n_failed))
        if totals.n_stopped:
            parts.append(self.tr("%n stopped", "", totals.n_stopped))
        if totals.speed:
            parts.append(self._speed(totals.speed))
        parts += self._saved(totals)
        if totals.fraction > _SHARE_FOR_ESTIMATE:
            left = totals.took * (1 / totals.fraction - 1)
            parts.append(self.tr("about {time} left").format(time=duration_text(left)))
        return _DOT.join(parts)

    def of_end(self, totals: Totals) -> str:
        """Say what came of all files: the report in one line."""
        parts = [self.tr("%n file(s) done", "", totals.n_done)]
        if totals.n_failed:
            parts.append(self.tr("%n failed", "", totals.n_failed))
        if totals.n_skipped:
            parts.append(self.tr("%n skipped", "", totals.n_skipped))
        if totals.n_stopped:
            parts.append(self.tr("%n stopped", "", totals.n_stopped))
        if totals.n_waiting:
            parts.append(self.tr("%n waiting", "", totals.n_waiting))
        parts += self._copied(totals)
        if totals.took >= 1:
            parts.append(self.tr("in {time}").format(time=duration_text(totals.took)))
        if totals.speed:
            parts.append(self._speed(totals.speed))
        return _DOT.join(parts + self._saved(totals))

    def of_intake(self, n_added: int, intake: Intake) -> str:
        """Say what was added, and what was not and why."""
        parts = [self.tr("%n file(s) added", "", n_added)]
        if intake.n_others:
            parts.append(self.tr("%n other file(s) left out", "", intake.n_others))
        if n_encoded := intake.n_encoded_left_out:
            parts.append(self.tr("%n ROAD file(s) among the sounds left out", "", n_encoded))
        if n_again := len(intake.rows) - n_added:
            parts.append(self.tr("%n in the queue already", "", n_again))
        if intake.n_gone:
            parts.append(self.tr("%n not there any more", "", intake.n_gone))
        return _DOT.join(parts)

    def of_restored(self, n_rows: int) -> str:
        """Say what has come back from the last time."""
        return self.tr("%n unfinished file(s) restored from the last time", "", n_rows)

    def report(self, totals: Totals, rows: list[Row]) -> str:
        """Return the whole report as text: the line, every file, then details for a bug report."""
        details = [f"{row.source}:\n{row.details.rstrip()}" for row in rows if row.details]
        parts = (self.of_end(totals), self.of_files(totals, rows, str), *details)
        return "\n".join(parts)

    def of_files(
        self, totals: Totals, rows: list[Row], spelt: Callable[[Path], str] = path_text
    ) -> str:
        """Return what became of every file, then why other files were not copied."""
        faults = [self.tr("Not copied: {why}").format(why=one.line) for one in totals.copy_faults]
        return "\n".join((self.details(rows, spelt), *faults))

    def details(self, rows: list[Row], spelt: Callable[[Path], str] = path_text) -> str:
        """Return a line for every file, and a sentence where there is one; failed ones first."""
        lines = []
        labels = {state: state.label for state in State}
        for row in sorted(rows, key=lambda row: row.state is not State.FAILED):
            lines.append(f"{labels[row.state]}: {spelt(row.source)}")
            if row.message:
                lines.append(f"    {row.message}")
        return "\n".join(lines)

    def _copied(self, totals: Totals) -> list[str]:
        parts = []
        if totals.n_copied:
            parts.append(self.tr("%n other file(s) copied", "", totals.n_copied))
        if totals.copy_faults:
            parts.append(self.tr("%n not copied", "", len(totals.copy_faults)))
        return parts

    def _speed(self, times: float) -> str:
        """Keep a number and its unit in one line."""
        speed = speed_text(times).replace(" ", "\N{NO-BREAK SPACE}")
        return self.tr("{speed} real time").format(speed=speed)

    def _saved(self, totals: Totals) -> list[str]:
        if not totals.n_encoded:
            return []
        size = size_text(abs(totals.saved_bytes)).replace(" ", "\N{NO-BREAK SPACE}")
        if totals.saved_bytes < 0:
            return [self.tr("{size} larger than before").format(size=size)]
        return [self.tr("{size} saved").format(size=size)]
