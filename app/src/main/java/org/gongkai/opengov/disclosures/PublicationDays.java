package org.gongkai.opengov.disclosures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.platform.organization.LatestPublication;
import org.gongkai.platform.roles.SectionId;
import org.springframework.stereotype.Component;

/**
 * When a section last published in a column (最近公开日期), for its public list: what is public now
 * counts, in the column, below it, and in what was merged into it.
 */
@Component
class PublicationDays implements LatestPublication {
    private final Columns columns;
    private final PublicRegister register;
    private final Clock clock;

    PublicationDays(Columns columns, PublicRegister register, Clock clock) {
        this.columns = columns;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public Optional<LocalDate> of(SectionId section, String columnKey) {
        return columns.atAddress(columnKey)
                .map(it -> columns.branch(it.id()))
                .map(it -> new PublicFilter(null, it, null, null, section))
                .flatMap(it -> register.list(it, null, 1).stream().findFirst())
                .map(it -> LocalDate.ofInstant(it.publishedAt(), clock.getZone()));
    }
}
