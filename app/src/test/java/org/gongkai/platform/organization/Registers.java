package org.gongkai.platform.organization;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** The registers on an empty database, entered as the running program. */
final class Registers {
    static final Recording BY_NOBODY = new Recording(Instant.parse("2021-07-30T01:00:00Z"), null);

    final Clock clock = new TestClock();
    final SingleConnectionDataSource connection = connection();
    final JdbcClient db = JdbcClient.create(connection);
    final Periods periods = new Periods(db);
    final AgencyRegister agencies = new AgencyRegister(db, periods);
    final SectionRegister sections = new SectionRegister(db, periods);
    final PersonRegister people = new PersonRegister(db, periods);
    final PostingRegister postings = new PostingRegister(db);
    final CoverRegister covers = new CoverRegister(db);
    final DutyRegister duties = new DutyRegister(db);
    final GroupRegister group = new GroupRegister(db);
    final ListRegister lists = new ListRegister(db);
    final Organization organization =
            new Organization(agencies, sections, people, postings, covers, duties, clock);

    /** With the demo agency in it. */
    static Registers withDemoAgency() {
        var registers = new Registers();
        new DemoAgency(
                        registers.agencies,
                        registers.sections,
                        registers.people,
                        registers.postings,
                        registers.duties,
                        registers.group,
                        registers.lists,
                        new JsonMapper(),
                        registers.clock)
                .load();
        return registers;
    }

    Agency agency() {
        return organization.agencyByKey("ycsthj").orElseThrow();
    }

    Section section(String key) {
        return organization.findSection(agency().id(), key).orElseThrow();
    }

    Person person(String key) {
        return organization.personByKey(key).orElseThrow();
    }

    Recording by(String person) {
        return new Recording(clock.instant(), person(person).id());
    }

    private static SingleConnectionDataSource connection() {
        try {
            return new SingleConnectionDataSource(TestDatabase.fresh().app().getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
