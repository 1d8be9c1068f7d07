package org.gongkai.opengov.inspections.draws;

import java.time.Clock;
import java.util.Map;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.draws.DrawSettings.Chosen;
import org.gongkai.opengov.inspections.draws.DrawSettings.Opening;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the agency decides about its draws (抽取设置): foreign beacons, and whose pseudonyms the reveal
 * opens.
 */
@Service
public class DrawSettingsDesk {
    private final DrawSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    DrawSettingsDesk(DrawSettings settings, AuditTrail audit, Clock clock) {
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What holds. */
    @Transactional(readOnly = true)
    public Chosen of(Actor by) {
        DrawRights.mustRead(by);
        return settings.of(by.agency());
    }

    /** Decides anew; earlier decisions are kept. */
    @Transactional
    public Chosen set(
            Actor by, boolean beacons, @Nullable String units, @Nullable String officers) {
        InspectionRights.mustKeep(by);
        var before = settings.of(by.agency());
        var chosen = new Chosen(beacons, opening("units", units), opening("officers", officers));
        settings.set(by.agency(), chosen, by.person(), clock.instant());
        audit.record(
                by,
                "inspections.draw-settings-set",
                "agency:" + by.agency(),
                described(before),
                described(chosen));
        return chosen;
    }

    private static Opening opening(String field, @Nullable String typed) {
        return Opening.named(typed == null ? "" : typed)
                .orElseThrow(() -> Refusal.invalid(field, "inspections.draw.field.opening"));
    }

    private static Map<String, Object> described(Chosen chosen) {
        return Map.of(
                "beacons", chosen.beacons(),
                "units", chosen.units().slug(),
                "officers", chosen.officers().slug());
    }
}
