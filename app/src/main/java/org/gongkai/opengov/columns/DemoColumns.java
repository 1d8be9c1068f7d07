package org.gongkai.opengov.columns;

import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.settings.DemoData;
import org.springframework.stereotype.Component;

/** The demo agency's columns (演示栏目): the fixed parts and what the work plan names. */
@Component
class DemoColumns implements DemoData {
    private final ColumnDesk desk;
    private final Organization organization;

    DemoColumns(ColumnDesk desk, Organization organization) {
        this.desk = desk;
        this.organization = organization;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void load() {
        organization.agencies().forEach(it -> desk.establish(it.id(), ""));
    }
}
