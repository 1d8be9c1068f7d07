package org.gongkai.platform.organization;

import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.SectionId;
import org.gongkai.platform.worklist.SectionNames;
import org.springframework.stereotype.Component;

/** Tells the worklist what a section is called today (科室名称). */
@Component
class NamesOfSections implements SectionNames {
    private final SectionRegister sections;
    private final Clock clock;

    NamesOfSections(SectionRegister sections, Clock clock) {
        this.sections = sections;
        this.clock = clock;
    }

    @Override
    public String nameOf(SectionId section) {
        return sections.find(section, LocalDate.now(clock)).orElseThrow(Refusal::notFound).name();
    }
}
