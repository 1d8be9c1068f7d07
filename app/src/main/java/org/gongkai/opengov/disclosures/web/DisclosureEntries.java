package org.gongkai.opengov.disclosures.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.springframework.stereotype.Component;

/** The ways in to drafts, reviews and the list of documents (起草、审签、文件台账). */
@Component
class DisclosureEntries implements DeskEntries {
    private static final Set<Role> PURGE_READERS =
            EnumSet.of(Role.DISCLOSURE_OFFICE, Role.SECRECY_REVIEWER, Role.AUDITOR, Role.OPERATOR);

    /** Everybody who reads documents; only operators do not. */
    private static final Set<Role> READERS = EnumSet.complementOf(EnumSet.of(Role.OPERATOR));

    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        var entries = new ArrayList<DeskEntry>();
        if (actor.has(Role.CLERK)) {
            entries.add(
                    new DeskEntry(
                            DeskEntry.Place.HEAD,
                            10,
                            "disclosures.head.draft",
                            "/desk/documents/new"));
        }
        if (!ReviewPages.levelsOf(actor).isEmpty()) {
            entries.add(
                    new DeskEntry(
                            DeskEntry.Place.HEAD, 20, "disclosures.head.review", "/desk/review"));
        }
        if (READERS.stream().anyMatch(actor::has)) {
            entries.add(
                    new DeskEntry(
                            DeskEntry.Place.REGISTER,
                            12,
                            "disclosures.head.clock",
                            "/desk/publication-clock"));
            entries.add(
                    new DeskEntry(
                            DeskEntry.Place.REGISTER,
                            14,
                            "disclosures.head.assessments",
                            "/desk/assessments"));
        }
        entries.add(
                new DeskEntry(
                        DeskEntry.Place.REGISTER,
                        10,
                        "disclosures.head.documents",
                        "/desk/documents"));
        if (actor.has(Role.DISCLOSURE_OFFICE)
                || actor.has(Role.OPERATOR)
                || actor.has(Role.AUDITOR)) {
            entries.add(
                    new DeskEntry(
                            DeskEntry.Place.REGISTER,
                            16,
                            "disclosures.head.routes",
                            "/desk/review-routes"));
        }
        if (PURGE_READERS.stream().anyMatch(actor::has)) {
            entries.add(
                    new DeskEntry(
                            DeskEntry.Place.REGISTER,
                            18,
                            "disclosures.head.purges",
                            "/desk/purges"));
        }
        return entries;
    }
}
