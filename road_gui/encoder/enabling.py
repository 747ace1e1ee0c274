"""Which actions of the Convert page make sense now."""

from collections.abc import Sequence

from road_gui.encoder.actions import ConvertActions
from road_gui.encoder.queue import Totals
from road_gui.encoder.rows import Kind, Row, State


def enable(
    commands: ConvertActions,
    selected: Sequence[Row],
    totals: Totals,
    *,
    is_running: bool,
    is_pausing: bool,
    is_waiting: bool,
    is_adding: bool,
) -> None:
    """Enable what can be done.

    Parameters
    ----------
    commands : ConvertActions
        The actions.
    selected : sequence of Row
        What they would be done with, where they are for single files.
    totals : Totals
        What there is in the queue.
    is_running, is_pausing, is_waiting, is_adding : bool
        Whether files are being converted, are the last ones, are soon to be, or are being
        looked for.
    """
    waits = totals.n_waiting + totals.n_stopped > 0
    commands.start.setEnabled(not is_running and not is_waiting and waits)
    commands.stop.setEnabled(is_running or is_adding or is_waiting)
    commands.pause.setEnabled(is_running and not is_pausing)
    commands.resume.setEnabled(is_pausing)
    commands.retry.setEnabled(totals.n_failed > 0)
    commands.clear.setEnabled(totals.n_done + totals.n_skipped > 0)
    for action in (commands.copy_report, commands.report, commands.export_queue):
        action.setEnabled(totals.n_rows > 0)
    _enable_for_rows(commands, selected)
    for action in (commands.move_up, commands.move_down):
        action.setEnabled(0 < len(selected) < totals.n_rows)


def _enable_for_rows(commands: ConvertActions, selected: Sequence[Row]) -> None:
    # Lists of states, for thousands may be selected and a list is searched quickly.
    states = [row.state for row in selected]
    n_running = states.count(State.RUNNING)
    has_done = State.DONE in states
    commands.stop_selected.setEnabled(n_running > 0)
    for action in (commands.remove, commands.row_settings):
        action.setEnabled(n_running < len(selected))
    is_encoded = has_done or Kind.DECODE in [row.kind for row in selected]
    commands.open.setEnabled(is_encoded and any(row.openable for row in selected))
    commands.compare.setEnabled(has_done and any(row.comparable for row in selected))
    commands.show_folder.setEnabled(bool(selected))
