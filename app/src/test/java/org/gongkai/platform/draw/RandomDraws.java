package org.gongkai.platform.draw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Suite;

/**
 * Draws of all shapes, the same for the same seed: sizes, weights, tags, recusals, both modes and
 * suites.
 */
final class RandomDraws {
    private static final List<String> TAGS = List.of("lead", "辐射", "水", "");
    private static final List<String> SIGNS =
            List.of(
                    "a", "Z", "0", "-", "企", "业", "é", "Ａ", "\uE000", "\uFFFD", "𠀀", "🏭", "\"",
                    "\\", "/");

    private final Random random;
    private final int entitiesBelow;
    private final int officersBelow;

    RandomDraws(long seed) {
        this(seed, 14, 8);
    }

    RandomDraws(long seed, int entitiesBelow, int officersBelow) {
        random = new Random(seed);
        this.entitiesBelow = entitiesBelow;
        this.officersBelow = officersBelow;
    }

    /** A draw in which officers may run short. */
    DrawBuilder next() {
        var draw = new DrawBuilder().suite(random.nextBoolean() ? Suite.SHA256 : Suite.SM3);
        if (random.nextBoolean()) {
            draw.sealed();
        }
        draw.numbers(random.nextInt(1000), random.nextInt(1000));
        for (var witness = 0; witness < random.nextInt(3); witness++) {
            draw.witness("证人" + witness, witness + 1, random.nextInt(4) > 0);
        }
        draw.seats(seats());
        draw.cap(1 + random.nextInt(4));
        var strata = strata(draw);
        var entities = ids(random.nextInt(entitiesBelow));
        entities.forEach(
                it ->
                        draw.entity(
                                it,
                                strata.get(random.nextInt(strata.size())),
                                oneIn(3) ? 1 + random.nextInt(5) : null,
                                oneIn(4) ? TAGS.get(random.nextInt(3)) : null));
        var officers = ids(random.nextInt(officersBelow));
        officers.forEach(it -> draw.officer(officer(it)));
        for (var entity : entities) {
            for (var officer : officers) {
                if (oneIn(6)) {
                    draw.recusal(entity, officer);
                }
            }
        }
        return draw;
    }

    /** Amendments that can be made to this draw. */
    List<Amendment> amendments(Draw draw) {
        var all = new ArrayList<Amendment>();
        for (var more = 0; more < 3 && !draw.visits().isEmpty(); more++) {
            var next = amendment(draw);
            try {
                var longer = new ArrayList<>(all);
                longer.add(next);
                draw.amended(longer);
                all.add(next);
            } catch (CommitmentRefused e) {
                if (e.fault() != DrawFault.NO_RESERVE) {
                    throw e;
                }
            }
        }
        return all;
    }

    private Amendment amendment(Draw draw) {
        var t = random.nextInt(draw.visits().size());
        var officers = draw.directories().officers();
        return switch (random.nextInt(officers.isEmpty() ? 2 : 3)) {
            case 0 -> new Amendment.ReplaceEntity(t, "closed");
            case 1 ->
                    new Amendment.ReplaceOfficer(
                            t, random.nextInt(draw.manifest().seats().size()), "ill");
            default ->
                    new Amendment.RemoveOfficer(
                            officers.get(random.nextInt(officers.size())).id(),
                            oneIn(2) ? List.of(t) : List.of(),
                            "left");
        };
    }

    private String[] seats() {
        var seats = new String[2 + random.nextInt(2)];
        for (var at = 0; at < seats.length; at++) {
            seats[at] = oneIn(3) ? TAGS.get(random.nextInt(TAGS.size())) : "";
        }
        return seats;
    }

    private List<String> strata(DrawBuilder draw) {
        var names = ids(1 + random.nextInt(3));
        names.forEach(it -> draw.stratum(it, quota()));
        return names;
    }

    private Quota quota() {
        var min = oneIn(2) ? (Long) (long) random.nextInt(3) : null;
        return switch (random.nextInt(3)) {
            case 0 -> new Quota.Count(random.nextInt(8));
            case 1 -> new Quota.Ratio(random.nextInt(5), 1 + random.nextInt(5), min);
            default -> new Quota.PerOfficer(random.nextInt(3), 1 + random.nextInt(3), min);
        };
    }

    private Officer officer(String id) {
        var tags = new ArrayList<String>();
        for (var tag : TAGS.subList(0, 3)) {
            if (oneIn(2)) {
                tags.add(tag);
            }
        }
        return new Officer(
                id,
                oneIn(4) ? null : tags,
                oneIn(3) ? random.nextInt(5) : null,
                oneIn(3) ? random.nextInt(6) : null);
    }

    private List<String> ids(int count) {
        var ids = new HashSet<String>();
        while (ids.size() < count) {
            var id = new StringBuilder();
            for (var sign = 0; sign < 1 + random.nextInt(3); sign++) {
                id.append(SIGNS.get(random.nextInt(SIGNS.size())));
            }
            ids.add(id.toString());
        }
        return List.copyOf(ids).stream().sorted().toList();
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
