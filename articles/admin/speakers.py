"""Admin of speakers and of the aliases that count as one name: edit, merge, undo a merge."""

from collections.abc import Iterator

from django.contrib import admin
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from articles.admin.base import CuratorAdmin, changelist_link, forbid
from articles.admin.filters import OutletFilter
from articles.admin.versioned_forms import VersionedForm
from articles.engine.text.phrases import count_phrase, count_phrase_with_verb
from articles.models import Alias, Decision, Quote, Speaker, SpeakerName
from articles.services.corrections import merge_speakers
from articles.services.curation import undo
from articles.services.exceptions import CurationError


class SpeakerNameInline(admin.TabularInline):
    """Names that a speaker is printed under."""

    model = SpeakerName
    form = VersionedForm
    extra = 0


@admin.register(Speaker)
class SpeakerAdmin(CuratorAdmin):
    """Admin of speakers.

    Speakers come with the quotations that name them. A wrong one is merged into the right one, not deleted, so that
    its address goes on answering.
    """

    has_add_permission = has_delete_permission = forbid
    form = VersionedForm
    list_display = ("name", "quotes", "printed_under", "merged_into")
    search_fields = ("name", "names__name")
    list_filter = (("merged_into", admin.EmptyFieldListFilter), OutletFilter.at("quotes__article__outlet"))
    list_select_related = ("merged_into",)
    inlines = (SpeakerNameInline,)
    readonly_fields = ("merged_into",)
    prepopulated_fields = {"slug": ("name",)}  # noqa: RUF012 - Django declares it so
    actions = ("merge", "part")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Speaker]:
        """Add `quote_count` and the names."""
        speakers: models.QuerySet[Speaker] = super().get_queryset(request)
        return speakers.annotate(quote_count=models.Count("quotes", distinct=True)).prefetch_related("names")

    @admin.display(ordering="quote_count")
    def quotes(self, speaker: Speaker) -> SafeString:
        """Return the number of quotations, as a link to their list."""
        return changelist_link(Quote, getattr(speaker, "quote_count", 0), speaker__id__exact=speaker.pk)

    @admin.display
    def printed_under(self, speaker: Speaker) -> str:
        return ", ".join(name.name for name in speaker.names.all())

    @admin.action(description="Merge the selected speakers into one", permissions=["change"])
    def merge(self, request: HttpRequest, selected: models.QuerySet[Speaker]) -> HttpResponse | None:
        """Ask which of the selected speakers to keep, then merge the others into that one, in one transaction."""

        def merge_all(kept: Speaker, others: list[Speaker], user: AbstractBaseUser) -> Iterator[str]:
            merges = [merge_speakers(kept, other, by=user) for other in others]
            counted = count_phrase_with_verb(sum(len(merge.data["quotes"]) for merge in merges), "quotation")
            yield f"{counted} now attributed to {kept}. The other addresses lead there."

        counts = {speaker: getattr(speaker, "quote_count", 0) for speaker in selected}
        speakers = sorted(counts, key=lambda speaker: (-counts[speaker], speaker.pk))
        what = "The speaker you choose gets the quotations and names of the others. Their addresses will lead there."
        rows = [(speaker, count_phrase(counts[speaker], "quotation")) for speaker in speakers]
        return self.ask_which_to_keep(request, rows, what, merge_all)

    @admin.action(description="Undo the merge of the selected speakers", permissions=["change"])
    def part(self, request: HttpRequest, selected: models.QuerySet[Speaker]) -> HttpResponse | None:
        """Undo the merge of each selected speaker: it gets its own quotations and names back."""
        what = "Each speaker gets its own quotations and names back. You can redo the merge."
        button = "Undo the merge"
        return self.confirm_and_apply(
            request, selected, button, what, lambda user: (undo(find_merge(each), by=user) for each in selected)
        )


def find_merge(speaker: Speaker) -> Decision:
    """Find the decision by which `speaker` was merged into another; raise `CurationError` where there is none."""
    merges = Decision.objects.filter(verb=Decision.Verb.MERGE_SPEAKERS, in_force=True, data__absorbed=speaker.pk)
    newest = merges.order_by("-pk").first()
    if newest is None:
        raise CurationError(f"{speaker} is not merged into another speaker.")
    return newest


@admin.register(Alias)
class AliasAdmin(admin.ModelAdmin):
    """Admin of aliases, names that mean the same."""

    list_display = ("form", "name")
    form = VersionedForm
    list_filter = ("name",)
    search_fields = ("form", "name")
