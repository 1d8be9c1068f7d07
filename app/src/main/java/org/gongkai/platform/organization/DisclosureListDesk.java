package org.gongkai.platform.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.gongkai.platform.pagecache.PageSources;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.SectionId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the desk does with the sections' public lists (科室公开清单): versions, and what is overdue. */
@Service
public class DisclosureListDesk {
    private final Bookkeeping books;
    private final ListRegister lists;
    private final SectionRegister sections;
    private final Calendars calendars;
    private final ObjectProvider<LatestPublication> publications;

    DisclosureListDesk(
            Bookkeeping books,
            ListRegister lists,
            SectionRegister sections,
            Calendars calendars,
            ObjectProvider<LatestPublication> publications) {
        this.books = books;
        this.lists = lists;
        this.sections = sections;
        this.calendars = calendars;
        this.publications = publications;
    }

    /** The list in force on a day. */
    @Transactional(readOnly = true)
    public Optional<DisclosureList> listOn(SectionId section, LocalDate day) {
        PageSources.note(Organization.SOURCE);
        return lists.on(section, day);
    }

    /** One version of the list. */
    @Transactional(readOnly = true)
    public DisclosureList version(SectionId section, int number) {
        PageSources.note(Organization.SOURCE);
        return lists.version(section, number).orElseThrow(Refusal::notFound);
    }

    /** Every version, newest first. */
    @Transactional(readOnly = true)
    public List<DisclosureList> versions(SectionId section) {
        PageSources.note(Organization.SOURCE);
        return lists.versions(section);
    }

    /** The list in force today, each line with what is owed by when. */
    @Transactional(readOnly = true)
    public List<ListedItem> standing(SectionId section) {
        PageSources.note(Organization.SOURCE);
        var calendar = calendars.current(CalendarCode.NX);
        return lists.on(section, books.today()).stream()
                .flatMap(it -> it.items().stream())
                .map(it -> standing(section, it, calendar))
                .toList();
    }

    /** What the list would be after this entry; nothing is written. */
    @Transactional(readOnly = true)
    public DisclosureList preview(Actor actor, String sectionKey, ListEntry entry) {
        var section = section(actor, sectionKey);
        return check(section.id(), entry);
    }

    /** Puts a new version of the list in force. */
    @Transactional
    public DisclosureList adopt(Actor actor, String sectionKey, ListEntry entry) {
        var section = section(actor, sectionKey);
        var list = check(section.id(), entry);
        books.write(
                () -> {
                    lists.add(list, books.by(actor));
                    return list;
                });
        books.note(
                actor,
                "disclosure-list-adopted",
                "section:" + section.key(),
                Map.of("version", list.number() - 1),
                Map.of("version", list.number(), "note", list.note()));
        return list;
    }

    private Section section(Actor actor, String key) {
        var section =
                sections.find(actor.agency(), key, books.today())
                        .filter(it -> !it.validity().endedBefore(books.today()))
                        .orElseThrow(Refusal::notFound);
        OrganizationStep.CHANGE_DISCLOSURE_LIST.require(actor, section.agency(), section.id());
        return section;
    }

    private DisclosureList check(SectionId section, ListEntry entry) {
        var newest =
                lists.versions(section).stream().mapToInt(DisclosureList::number).max().orElse(0);
        var writtenFrom = entry.version();
        if (writtenFrom != null && !writtenFrom.equals(Integer.toString(newest))) {
            OrganizationDesk.requireSame(-1L, newest);
        }
        return entry.check(books.checking(), section, newest + 1);
    }

    private ListedItem standing(SectionId section, DisclosureItem item, WorkingCalendar calendar) {
        var latest =
                Optional.ofNullable(publications.getIfAvailable())
                        .flatMap(it -> it.of(section, item.columnKey()));
        var due =
                new PublicationDue(
                        item.cadence(),
                        item.workingDays(),
                        lists.listedSince(section, item.item()));
        var owedBy = due.lastDay(latest, calendar).orElse(null);
        return new ListedItem(
                item,
                latest.orElse(null),
                owedBy,
                owedBy != null && owedBy.isBefore(books.today()),
                owedBy != null && calendar.isProvisional(owedBy));
    }
}
