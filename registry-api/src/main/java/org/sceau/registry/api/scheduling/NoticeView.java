package org.sceau.registry.api.scheduling;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.words.BothLanguages;
import org.sceau.registry.application.scheduling.ReadNotices;
import org.sceau.registry.domain.task.Notice;

/**
 * Something that the caller's organisation was told.
 *
 * @param position  of its journal entry; names it
 * @param addressee the organisation; absent when it is the authority itself
 * @param day       legal day on which it fell due
 * @param until     the day it speaks of: an end of validity, a last day in time
 * @param text      what a person said
 * @param ground    source of the row of its scheme by which it is told
 */
@Schema(name = "Notice")
public record NoticeView(
        String position,
        String kind,
        BothLanguages label,
        @Nullable String addressee,
        AboutView about,
        String occurrence,
        String day,
        @Nullable String until,
        @Nullable String text,
        @Nullable String ground,
        String recordedAt) {

    /** @param next what to ask for behind the last one; absent on the last page */
    @Schema(name = "NoticePage")
    public record Page(List<NoticeView> notices, @Nullable String next) {
        static Page of(List<ReadNotices.Sight> page, int limit) {
            return new Page(
                    page.stream().map(NoticeView::of).toList(),
                    page.size() < limit
                            ? null
                            : Long.toString(page.get(page.size() - 1).recorded().position()));
        }
    }

    private static NoticeView of(ReadNotices.Sight sight) {
        Notice notice = sight.recorded().notice();
        return new NoticeView(
                Long.toString(sight.recorded().position()),
                notice.kind().code(),
                BothLanguages.of(notice.kind().label()),
                notice.addressee().orElse(null),
                AboutView.of(notice.concern(), sight.visa(), sight.dossier()),
                notice.occurrence(),
                notice.day().toString(),
                notice.until().map(LocalDate::toString).orElse(null),
                notice.text().orElse(null),
                notice.ground().orElse(null),
                sight.recorded().recordedAt().toString());
    }
}
