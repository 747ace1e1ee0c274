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
    leaves_rows: bool,
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
    leaves_rows : bool
        Whether others wait than those that are being converted or soon to be.
    """
    waits = totals.n_waiting + totals.n_stopped > 0
    is_free = not is_running and not is_waiting
    commands.start.setEnabled(waits and (is_free or leaves_rows))
    commands.stop.setEnabled(is_running or is_adding or is_waiting)
    commands.pause.setEnabled(is_running and not is_pausing)
    commands.resume.setEnabled(is_pausing)
    commands.clear.setEnabled(totals.n_done + totals.n_skipped > 0)
    for action in (commands.copy_report, commands.report, commands.export_queue):
        action.setEnabled(totals.n_rows > 0)
    _enable_for_rows(commands, selected, has_failed=totals.n_failed > 0)
    for action in (commands.move_up, commands.move_down):
        action.setEnabled(0 < len(selected) < totals.n_rows)


def _enable_for_rows(
    commands: ConvertActions, selected: Sequence[Row], *, has_failed: bool
) -> None:
    # Lists of states, for thousands may be selected and a list is searched quickly.
    states = [row.state for row in selected]
    n_running = states.count(State.RUNNING)
    has_done = State.DONE in states
    commands.stop_selected.setEnabled(n_running > 0)
    commands.retry.setEnabled(has_failed or any(state.can_be_retried for state in set(states)))
    commands.why.setEnabled(State.FAILED in states or any(row.details for row in selected))
    for action in (commands.remove, commands.row_settings):
        action.setEnabled(n_running < len(selected))
    is_encoded = has_done or Kind.DECODE in [row.kind for row in selected]
    commands.open.setEnabled(is_encoded and any(row.openable for row in selected))
    commands.compare.setEnabled(has_done and any(row.comparable for row in selected))
    commands.show_folder.setEnabled(bool(selected))
