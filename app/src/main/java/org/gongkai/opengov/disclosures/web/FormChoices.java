package org.gongkai.opengov.disclosures.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.Article20Item;
import org.gongkai.opengov.disclosures.DocumentField;
import org.gongkai.opengov.disclosures.DocumentKind;
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
    private final Organization organization;
    private final Columns columns;
    private final Wording wording;
    private final Clock clock;

    FormChoices(Organization organization, Columns columns, Wording wording, Clock clock) {
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

    /** The open columns, with the way to each. */
    public List<Choice> columns(Actor actor) {
        var tree = columns.tree(actor.agency());
        return tree.stream()
                .filter(SiteColumn::isOpen)
                .filter(it -> tree.stream().noneMatch(child -> it.id().equals(child.parent())))
                .map(it -> new Choice(it.key(), it.name(), null))
                .toList();
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
