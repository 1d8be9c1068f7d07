package org.gongkai.opengov.inspections.registers.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.registers.Register;
import org.gongkai.opengov.inspections.registers.RegisterDesk;
import org.gongkai.platform.pages.Tab;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The tabs above all pages of the registers (一单两库页签). */
@Component
class RegisterTabs {
    private final Wording wording;

    RegisterTabs(Wording wording) {
        this.wording = wording;
    }

    List<Tab> of(Actor actor, String here) {
        var tabs = new ArrayList<Tab>();
        Arrays.stream(Register.values())
                .filter(it -> RegisterDesk.canRead(actor, it))
                .map(it -> tab(it.slug(), here))
                .forEach(tabs::add);
        if (InspectionRights.keeps(actor)) {
            tabs.add(tab("imports", here));
        }
        tabs.add(tab("rules", here));
        return tabs;
    }

    private Tab tab(String slug, String here) {
        return new Tab(
                wording.say("inspections.tab." + slug),
                "/desk/inspections/" + slug,
                slug.equals(here),
                null);
    }
}
