package org.gongkai.opengov.disclosures.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.Article20Item;
import org.gongkai.opengov.disclosures.DocumentField;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublicAttribute;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.springframework.stereotype.Component;

/** What can be chosen in the drafting form (起草选项). */
@Component
public class FormChoices {
    private static final int RECENT = 5;

    private final DraftingDesk drafting;
    private final Organization organization;
    private final Columns columns;
    private final Wording wording;
    private final Clock clock;

    /** Choices under a heading. */
    public record Group(String label, List<Choice> choices) {}

    FormChoices(
            DraftingDesk drafting,
            Organization organization,
            Columns columns,
            Wording wording,
            Clock clock) {
        this.drafting = drafting;
        this.organization = organization;
        this.columns = columns;
        this.wording = wording;
        this.clock = clock;
    }

    /** The kinds of document, each with what it is for. */
    public List<Choice> kinds() {
        return Arrays.stream(DocumentKind.values())
                .map(
                        it ->
                                new Choice(
                                        it.slug(),
                                        wording.say("disclosures.kind." + it.name()),
                                        wording.say("disclosures.kind." + it.name() + ".about")))
                .toList();
    }

    /** The sections for which this person drafts. */
    public List<Choice> sections(Actor actor) {
        return organization.sectionsOn(actor.agency(), LocalDate.now(clock)).stream()
                .filter(it -> actor.has(Role.CLERK, it.id()))
                .map(it -> new Choice(it.key(), it.name(), null))
                .toList();
    }

    /**
     * The open columns without children: used last first, then the sections' own, then the rest.
     */
    public List<Group> columns(Actor actor) {
        var tree = columns.tree(actor.agency());
        var open =
                tree.stream()
                        .filter(SiteColumn::isOpen)
                        .filter(it -> tree.stream().noneMatch(c -> it.id().equals(c.parent())))
                        .toList();
        var used = drafting.usualColumns(actor);
        var groups = new LinkedHashMap<String, List<Choice>>();
        used.stream()
                .limit(RECENT)
                .flatMap(id -> open.stream().filter(it -> it.id().equals(id)))
                .forEach(it -> add(groups, "recent", it));
        for (var column : open) {
            if (used.stream().limit(RECENT).noneMatch(column.id()::equals)) {
                add(groups, isOwn(actor, column) ? "own" : "others", column);
            }
        }
        return Stream.of("recent", "own", "others")
                .map(
                        it ->
                                new Group(
                                        wording.say("disclosures.columns." + it),
                                        groups.getOrDefault(it, List.of())))
                .filter(it -> !it.choices().isEmpty())
                .toList();
    }

    private static void add(Map<String, List<Choice>> groups, String name, SiteColumn column) {
        groups.computeIfAbsent(name, it -> new ArrayList<>())
                .add(new Choice(column.key(), column.name(), null));
    }

    private static boolean isOwn(Actor actor, SiteColumn column) {
        return column.section() != null && actor.has(Role.CLERK, column.section());
    }

    /** 主动公开、依申请公开、不予公开. */
    public List<Choice> attributes() {
        return Arrays.stream(PublicAttribute.values())
                .map(
                        it ->
                                new Choice(
                                        it.term(),
                                        it.term(),
                                        wording.say("disclosures.attribute." + it.name())))
                .toList();
    }

    /** The items of art. 20. */
    public List<Choice> article20Items() {
        return Arrays.stream(Article20Item.values())
                .map(
                        it ->
                                new Choice(
                                        Integer.toString(it.number()),
                                        wording.say("disclosures.article20." + it.name()),
                                        null))
                .toList();
    }

    /** 自制 or 转载. */
    public List<Choice> origins() {
        return List.of(
                new Choice("own", wording.say("disclosures.origin.own"), null),
                new Choice("reposted", wording.say("disclosures.origin.reposted"), null));
    }

    /** The words to choose from in a field of a kind. */
    public List<Choice> of(DocumentField field) {
        return field.choices().stream().map(it -> new Choice(it, it, null)).toList();
    }
}
