package org.gongkai.opengov.inspections.draws.web;

import java.time.Instant;
import java.util.List;
import org.gongkai.opengov.inspections.draws.DrawSettings.Chosen;
import org.gongkai.opengov.inspections.draws.DrawSettingsDesk;
import org.gongkai.opengov.inspections.draws.EscrowHolder;
import org.gongkai.opengov.inspections.draws.RevealDesk;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Holders of the escrow and settings of draws over the API (托管人和抽取设置接口). */
@RestController
@RequestMapping("/api/v1/inspections")
class EscrowApi {
    private final RevealDesk reveals;
    private final DrawSettingsDesk settings;

    EscrowApi(RevealDesk reveals, DrawSettingsDesk settings) {
        this.reveals = reveals;
        this.settings = settings;
    }

    record HolderInput(@Nullable String name, @Nullable String publicKey) {}

    record HolderAnswer(
            long id, String name, String publicKey, String fingerprint, Instant addedAt) {
        static HolderAnswer of(EscrowHolder it) {
            return new HolderAnswer(
                    it.id(), it.name(), it.publicKey(), it.fingerprint(), it.addedAt());
        }
    }

    record Holders(List<HolderAnswer> items) {}

    record SettingsInput(
            boolean beacons, @Nullable String openUnits, @Nullable String openOfficers) {}

    record SettingsAnswer(boolean beacons, String openUnits, String openOfficers) {
        static SettingsAnswer of(Chosen it) {
            return new SettingsAnswer(it.beacons(), it.units().slug(), it.officers().slug());
        }
    }

    @GetMapping("/escrow-holders")
    Holders holders(Actor actor) {
        return new Holders(reveals.holders(actor).stream().map(HolderAnswer::of).toList());
    }

    @PostMapping("/escrow-holders")
    @ResponseStatus(HttpStatus.CREATED)
    HolderAnswer add(Actor actor, @RequestBody HolderInput input) {
        return HolderAnswer.of(reveals.addHolder(actor, input.name(), input.publicKey()));
    }

    @DeleteMapping("/escrow-holders/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable long id) {
        reveals.endHolder(actor, id);
    }

    @GetMapping("/draw-settings")
    SettingsAnswer settings(Actor actor) {
        return SettingsAnswer.of(settings.of(actor));
    }

    @PutMapping("/draw-settings")
    SettingsAnswer set(Actor actor, @RequestBody SettingsInput input) {
        return SettingsAnswer.of(
                settings.set(actor, input.beacons(), input.openUnits(), input.openOfficers()));
    }
}
