package org.gongkai.testing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.opengov.disclosures.ReviewDesk;
import org.gongkai.opengov.disclosures.ReviewDesk.ThreeGates;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.springframework.context.ApplicationContext;

/**
 * A section of the demo agency at its desks (科室办理), without accounts: most of its sections have
 * people and no account.
 */
public final class SectionWork {
    private final ApplicationContext program;
    private final String section;
    private final String column;

    private SectionWork(ApplicationContext program, String section, String column) {
        this.program = program;
        this.section = section;
        this.column = column;
    }

    /** This section, which publishes in this column. */
    public static SectionWork of(ApplicationContext program, String section, String column) {
        return new SectionWork(program, section, column);
    }

    /** The person with this key, with everything entrusted to them today. */
    public Actor person(String key) {
        var organization = program.getBean(Organization.class);
        var person = organization.personByKey(key).orElseThrow();
        return organization.actorOn(person.id(), today());
    }

    /** The first who holds the role for the section. */
    public Actor holder(Role role) {
        var organization = program.getBean(Organization.class);
        var agency = organization.agencies().getFirst();
        var own = organization.findSection(agency.id(), section).orElseThrow();
        var holder = organization.holders(agency.id(), role, own.id(), today()).getFirst();
        return organization.actorOn(holder.id(), today());
    }

    /** A notice formed on 28 July 2021, due on 25 August. */
    public DocumentInput notice(String title) {
        return new DocumentInput(
                "notice",
                title,
                column,
                section,
                "<p>正文。</p>",
                "主动公开",
                "《政府信息公开条例》第二十条第三项",
                3,
                Source.ours(),
                Map.of("formedOn", "2021-07-28"),
                null,
                false);
    }

    /** Drafts it as the section's clerk. */
    public DocumentId drafted(DocumentInput input) {
        return program.getBean(DraftingDesk.class).create(holder(Role.CLERK), input);
    }

    /** Drafts it, sends it, has it signed at every level. */
    public DocumentId approved(DocumentInput input) {
        var id = drafted(input);
        program.getBean(DraftingDesk.class).submit(holder(Role.CLERK), id);
        List.of(Role.SECTION_HEAD, Role.SECRECY_REVIEWER, Role.DEPUTY_LEADER)
                .forEach(it -> sign(holder(it), id));
        return id;
    }

    /** Signs what is current, through all three gates. */
    public void sign(Actor signer, DocumentId id) {
        var current = program.getBean(DocumentDesk.class).view(signer, id).copy().sha256();
        program.getBean(ReviewDesk.class)
                .sign(signer, id, current, new ThreeGates(true, true, true), "同意");
    }

    /** The same, published by the disclosure office. */
    public IndexNumber published(String title) {
        return program.getBean(PublishingDesk.class)
                .publish(holder(Role.DISCLOSURE_OFFICE), approved(notice(title)));
    }

    private LocalDate today() {
        return LocalDate.now(program.getBean(Clock.class));
    }
}
