package org.gongkai.platform.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What stands in the head of every desk page (工作台页眉); the layout asks it as {@code @deskFrame}. */
@Component
public class DeskFrame {
    private final ObjectProvider<SignedIn> signedIn;
    private final ObjectProvider<DeskEntries> sources;
    private final CurrentPath path;

    DeskFrame(
            ObjectProvider<SignedIn> signedIn,
            ObjectProvider<DeskEntries> sources,
            CurrentPath path) {
        this.signedIn = signedIn;
        this.sources = sources;
        this.path = path;
    }

    /** The name of the person signed in; null for nobody. */
    public @Nullable String name() {
        return actor().map(Actor::name).orElse(null);
    }

    /** The roles held today, each once, own ones first. */
    public List<Role> roles() {
        return actor().stream()
                .flatMap(it -> it.grants().stream())
                .map(Grant::role)
                .distinct()
                .toList();
    }

    /** The entries of the head. */
    public List<DeskEntry> head() {
        return entries(DeskEntry.Place.HEAD);
    }

    /** The registers this person may open. */
    public List<DeskEntry> registers() {
        return entries(DeskEntry.Place.REGISTER);
    }

    /** {@code page} for the page shown, {@code true} for a page above it, null for any other. */
    public @Nullable String current(String link) {
        return path.current(link);
    }

    /** Whether the page shown is one of the registers or lies below one. */
    public boolean inRegisters() {
        return registers().stream().anyMatch(it -> path.current(it.link()) != null)
                && head().stream().noneMatch(it -> path.current(it.link()) != null);
    }

    private List<DeskEntry> entries(DeskEntry.Place place) {
        return actor().stream()
                .flatMap(
                        actor ->
                                sources.stream()
                                        .flatMap(source -> source.entriesFor(actor).stream()))
                .filter(it -> it.place() == place)
                .sorted(Comparator.comparingInt(DeskEntry::order).thenComparing(DeskEntry::link))
                .toList();
    }

    private Optional<Actor> actor() {
        return Optional.ofNullable(signedIn.getIfAvailable()).flatMap(SignedIn::actor);
    }
}
