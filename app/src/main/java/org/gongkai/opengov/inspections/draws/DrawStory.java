package org.gongkai.opengov.inspections.draws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.inspections.draws.DrawnVisits.Result;
import org.gongkai.opengov.inspections.draws.FrozenLists.ExclusionCount;
import org.gongkai.opengov.inspections.draws.FrozenLists.Frozen;
import org.gongkai.platform.draw.Amendment;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a draw that anybody may know at this stage (抽取经过). The visits themselves are not
 * in it.
 *
 * @param agencyKey of the agency, as in addresses
 * @param frozen the manifest; null before the freeze
 * @param strata what is drawn of which class, announced and frozen
 * @param sources each source, in the order announced, with what it disclosed
 * @param exclusions who was left out, by number and reason
 * @param escrow names of those who hold a share of the secret
 * @param result null before the draw
 * @param amendments those made, in turn
 * @param unfilled seats that are empty as things stand
 * @param events what was done, in order
 */
public record DrawStory(
        InspectionDraw draw,
        String agency,
        String agencyKey,
        @Nullable Frozen frozen,
        List<Counted> strata,
        List<Spoken> sources,
        List<ExclusionCount> exclusions,
        List<String> escrow,
        @Nullable Result result,
        List<Amendment> amendments,
        int unfilled,
        List<DrawEvent> events) {

    /**
     * A source and what it said.
     *
     * @param disclosed as in the bundle; null while it has not spoken
     * @param bound whether a witness has bound a number
     */
    public record Spoken(PlannedSource source, @Nullable Object disclosed, boolean bound) {

        /** Whether a witness had not opened in time. */
        public boolean isAbsent() {
            return disclosed instanceof Map<?, ?> map && map.containsKey("absent");
        }
    }

    /**
     * A stratum: how many were announced, and how many are drawn.
     *
     * @param id its name in the manifest
     * @param announced null for one that came about at the freeze, as that of those drawn before
     * @param n how many the freeze counts; null before it
     * @param register units of it in the register: at the freeze of a draw of the plan, else at the
     *     announcement; null where only the draw made it
     */
    public record Counted(
            String id,
            @Nullable PlannedStratum announced,
            @Nullable Integer n,
            @Nullable Integer register) {

        /** Whether the freeze counted another number than was announced. */
        public boolean differs() {
            return n != null && announced != null && n != announced.n();
        }

        /** How many are drawn, as far as is known. */
        public int toDraw() {
            return n != null ? n : announced == null ? 0 : announced.n();
        }

        /** Its part of the register in per cent, with one decimal; null without a register. */
        public @Nullable Double share() {
            return register == null || register == 0
                    ? null
                    : (Double) (100.0 * toDraw() / register);
        }
    }

    /** Whether the freeze counted other numbers than were announced. */
    public boolean countedAnew() {
        return strata.stream().anyMatch(Counted::differs);
    }

    /** The leaf of this step. */
    public Optional<DrawEvent> event(DrawEvent.Kind kind) {
        return events.stream().filter(it -> it.kind() == kind).findFirst();
    }

    /** Why it was called off; empty if it was not. */
    public String voidReason() {
        return event(DrawEvent.Kind.VOID).map(DrawEvent::words).orElse("");
    }

    /** The leaf that binds the visits after this amendment, 0 of the draw itself. */
    public Optional<DrawEvent> root(int edition) {
        return edition == 0
                ? event(DrawEvent.Kind.RESULT)
                : events.stream()
                        .filter(it -> it.kind() == DrawEvent.Kind.AMEND)
                        .filter(it -> it.subject().equals(Integer.toString(edition)))
                        .findFirst();
    }

    /** Where its public page stands. */
    public String address() {
        return "/draws/" + agencyKey + "/" + draw.seq();
    }
}
