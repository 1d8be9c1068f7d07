package org.gongkai.platform.organization.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.gongkai.platform.organization.Cadence;
import org.gongkai.platform.organization.GroupFunction;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.organization.SectionKind;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.springframework.stereotype.Component;

/** What there is to choose from in the forms (可选项), by name. */
@Component
class Choices {
    private final Organization organization;
    private final Assembly assembly;
    private final Wording wording;

    Choices(Organization organization, Assembly assembly, Wording wording) {
        this.organization = organization;
        this.assembly = assembly;
        this.wording = wording;
    }

    List<Choice> sections(AgencyId agency) {
        return organization.sectionsOn(agency, assembly.today()).stream()
                .map(it -> Choice.of(it.key(), it.name()))
                .toList();
    }

    List<Choice> people(AgencyId agency) {
        return organization.peopleOn(agency, assembly.today()).stream().map(this::choice).toList();
    }

    List<Choice> peopleOf(AgencyId agency, SectionId section) {
        return organization.peopleOn(agency, assembly.today()).stream()
                .filter(it -> section.equals(it.section()))
                .map(this::choice)
                .toList();
    }

    List<Choice> roles(Collection<Role> roles) {
        return roles.stream()
                .sorted()
                .map(it -> Choice.of(it.name(), wording.say("roles.role." + it.name())))
                .toList();
    }

    List<Choice> kinds() {
        return words("organization.kind.", SectionKind.values());
    }

    List<Choice> functions() {
        return words("organization.function.", GroupFunction.values());
    }

    List<Choice> cadences() {
        return words("organization.cadence.", Cadence.values());
    }

    List<Choice> yesOrNo() {
        return List.of(
                Choice.of("true", wording.say("organization.named.true")),
                Choice.of("false", wording.say("organization.named.false")));
    }

    private Choice choice(Person person) {
        return Choice.of(
                person.key(),
                wording.say("organization.person-choice", person.name(), person.post()));
    }

    private List<Choice> words(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(it -> Choice.of(it.name(), wording.say(prefix + it.name())))
                .toList();
    }
}
