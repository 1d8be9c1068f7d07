package org.gongkai.opengov.inspections.draws;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.opengov.inspections.draws.DrawSettings.Opening;
import org.gongkai.opengov.inspections.draws.FrozenLists.Subject;
import org.gongkai.platform.draw.Visit;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom the names in a bundle mean (化名对照), as far as the agency's rule allows: each with the salt
 * that shows it, so that nobody has to believe it (ADR 0240). Public with the bundle.
 */
@Service
public class Openings {
    private final DrawStories stories;
    private final DrawSettings settings;
    private final FrozenLists lists;
    private final DrawnVisits visits;

    Openings(DrawStories stories, DrawSettings settings, FrozenLists lists, DrawnVisits visits) {
        this.stories = stories;
        this.settings = settings;
        this.lists = lists;
        this.visits = visits;
    }

    /**
     * A name and whom it means.
     *
     * @param kind {@code unit} or {@code officer}
     * @param id the name in the bundle
     * @param subject credit code and site, or number of the certificate
     * @param salt what shows that the name means this one
     */
    public record Opened(String kind, String id, String subject, String name, String salt) {}

    /** What the rule opens of a draw that is open to all. */
    @Transactional(readOnly = true)
    public List<Opened> of(String agencyKey, long seq) {
        var draw = stories.of(agencyKey, seq).draw();
        if (!draw.isOpenToAll()) {
            throw Refusal.notFound();
        }
        var chosen = settings.of(draw.agency());
        var drawn = drawn(draw.id());
        var names = names(draw);
        return lists.subjects(draw.id()).stream()
                .filter(
                        it ->
                                isOpened(
                                        it.kind() == Pseudonyms.Kind.UNIT
                                                ? chosen.units()
                                                : chosen.officers(),
                                        it,
                                        drawn))
                .map(it -> opened(it, names))
                .toList();
    }

    /** What opens the names of one visit: shown with its certificate. */
    List<Opened> of(InspectionDraw draw, DrawnVisits.DrawnVisit visit) {
        var names = names(draw);
        return Stream.concat(
                        Stream.of(visit.unit()), visit.team().stream().flatMap(Stream::ofNullable))
                .map(it -> opened(it, names))
                .toList();
    }

    /** Whether the names of one visit mean those who are written beside them. */
    boolean areTrue(InspectionDraw draw, DrawnVisits.DrawnVisit visit) {
        var names = names(draw);
        return Stream.concat(
                        Stream.of(visit.unit()), visit.team().stream().flatMap(Stream::ofNullable))
                .allMatch(it -> names.of(it.kind(), it.subject()).equals(it.id()));
    }

    private Set<String> drawn(long draw) {
        var drawn = new HashSet<String>();
        for (Visit it : visits.records(draw, Integer.MAX_VALUE)) {
            drawn.add(it.entity().id());
            drawn.addAll(it.team());
        }
        return drawn;
    }

    private Pseudonyms names(InspectionDraw draw) {
        return new Pseudonyms(draw.announcement().suite(), draw.name(), lists.aliasKey(draw.id()));
    }

    private static boolean isOpened(Opening opening, Subject subject, Set<String> drawn) {
        return switch (opening) {
            case NONE -> false;
            case DRAWN -> drawn.contains(subject.id());
            case ALL -> true;
        };
    }

    private static Opened opened(Subject it, Pseudonyms names) {
        return new Opened(
                it.kind().slug(),
                it.id(),
                it.subject(),
                it.name(),
                names.salt(it.kind(), it.subject()));
    }
}
