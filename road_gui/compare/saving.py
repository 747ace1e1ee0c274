"""Where measures and pictures of the Compare page go."""

from road_gui.compare.export import write_measures, write_picture
from road_gui.compare.lanes_view import LanesView
from road_gui.compare.opening import OpenPair
from road_gui.compare.survey import Survey
from road_gui.file_saving import FileSaver


class Saver(FileSaver):
    """Asks for names, and writes."""

    def save_measures(
        self, pair: OpenPair, survey: Survey, selection: tuple[int, int] | None
    ) -> None:
        """Write what was measured, as a table or as JSON."""
        whole, stretch = survey.whole, survey.stretch
        if whole is None:
            return
        name = f"{pair.decoded.stem}.measures.csv"
        target = self.ask(self.tr("Save the measures"), name, self.table_kinds())
        if target is not None:
            self.write(target, lambda: write_measures(target, pair, whole, stretch, selection))

    def save_picture(self, pair: OpenPair, lanes: LanesView) -> None:
        """Write what is seen, as pixels or as lines."""
        name = f"{pair.decoded.stem}.compared.png"
        target = self.ask(self.tr("Save the picture"), name, self.picture_kinds())
        if target is not None:
            self.write(target, lambda: write_picture(target, lanes, pair))
