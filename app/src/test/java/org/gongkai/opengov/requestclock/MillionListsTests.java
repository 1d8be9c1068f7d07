package org.gongkai.opengov.requestclock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Request clock — a million random lists read as the day-by-day clock reads them")
class MillionListsTests {
    private static final int LISTS = 1_000_000;
    private static final long SEED = 711_2019_05_15L;
    private static final int FIRST = (int) LocalDate.of(2019, 1, 1).toEpochDay();
    private static final int SPAN = (int) LocalDate.of(2025, 12, 31).toEpochDay() - FIRST;

    @Test
    void agreeInEverything() {
        System.out.println("Random lists of events, seed " + SEED);
        var random = new SplittableRandom(SEED);
        var seen = new HashSet<String>();
        int impossible = 0;
        for (int i = 0; i < LISTS; i++) {
            var list = new RandomCase(random);
            boolean region = random.nextBoolean();
            var asOf = list.asOf();
            var expected = byDays(list.events, region, asOf);
            var read = byClock(list.events, region, asOf);
            if (!read.equals(expected)) {
                assertThat(read).as("list %d of seed %d: %s", i, SEED, list).isEqualTo(expected);
            }
            impossible += read.startsWith("impossible") ? 1 : 0;
            if (seen.size() < 100) {
                list.events.forEach(it -> seen.add(it.type().slug()));
            }
        }
        System.out.printf("%,d lists agree, %,d of them impossible%n", LISTS, impossible);
        assertThat(impossible).isBetween(LISTS / 50, LISTS / 2);
        assertThat(seen).hasSize(EventType.values().length);
    }

    private static String byDays(List<ClockEvent> events, boolean region, LocalDate asOf) {
        if (events.isEmpty()) {
            return "impossible -1";
        }
        int wrong = DayByDayClock.firstImpossible(events, asOf);
        return wrong >= 0
                ? "impossible " + wrong
                : DayByDayClock.read(events, region, asOf).toString();
    }

    private static String byClock(List<ClockEvent> events, boolean region, LocalDate asOf) {
        try {
            var reading = (region ? ACase.NX : ACase.CN).read(events, asOf);
            var waits = reading.waitingFor();
            return new DayByDayClock.Outcome(
                            reading.due() == null ? "none" : reading.due().toString(),
                            reading.warnBy() == null ? "none" : reading.warnBy().toString(),
                            waits == null ? "nothing" : waits.name(),
                            reading.breaches().stream()
                                    .sorted(MillionListsTests::byIndexAndName)
                                    .map(it -> it.index() + " " + it.kind())
                                    .collect(Collectors.joining(", ")),
                            reading.days().stream()
                                    .filter(ClockDay::counted)
                                    .map(it -> DayByDayClock.index(it.date()))
                                    .toList()
                                    .toString())
                    .toString();
        } catch (ImpossibleEvent e) {
            return "impossible " + e.index();
        }
    }

    private static int byIndexAndName(Breach a, Breach b) {
        return a.index() != b.index()
                ? Integer.compare(a.index(), b.index())
                : a.kind().name().compareTo(b.kind().name());
    }

    /** A list such as might come in: mostly possible, often late, sometimes absurd. */
    private static final class RandomCase {
        private static final String[] PARTIES = {"A", "B", "C"};

        private final SplittableRandom random;
        private final List<ClockEvent> events = new ArrayList<>();
        private int day;

        RandomCase(SplittableRandom random) {
            this.random = random;
            this.day = FIRST + random.nextInt(SPAN);
            var channels = RequestChannel.values();
            if (random.nextInt(200) > 0) {
                add(new ClockEvent.Received(today(), channels[random.nextInt(channels.length)]));
            }
            if (random.nextInt(3) > 0) {
                day += random.nextInt(4);
                add(new ClockEvent.Confirmed(today()));
            }
            int more = random.nextInt(9);
            for (int i = 0; i < more; i++) {
                day += gap();
                more();
            }
        }

        LocalDate asOf() {
            return random.nextInt(3) > 0
                    ? null
                    : LocalDate.ofEpochDay((long) day + random.nextInt(-1, 60));
        }

        private void add(ClockEvent event) {
            events.add(event);
        }

        private LocalDate today() {
            return LocalDate.ofEpochDay(day);
        }

        private int gap() {
            return switch (random.nextInt(20)) {
                case 0 -> random.nextInt(35);
                case 1, 2, 3 -> 0;
                case 4 -> random.nextInt(50) == 0 ? -1 : 1;
                default -> random.nextInt(9);
            };
        }

        private String party() {
            return PARTIES[random.nextInt(random.nextInt(3) == 0 ? 3 : 1)];
        }

        private void more() {
            var day = today();
            switch (random.nextInt(30)) {
                case 0 -> add(new ClockEvent.Confirmed(day));
                case 1, 2 -> add(new ClockEvent.CorrectionAsked(day));
                case 3 -> likely(EventType.CORRECTION_ASKED, new ClockEvent.Corrected(day));
                case 4, 5, 6 -> add(new ClockEvent.ThirdPartyAsked(day, party()));
                case 7, 8 ->
                        likely(
                                EventType.THIRD_PARTY_ASKED,
                                new ClockEvent.ThirdPartyReceived(day, party()));
                case 9, 10 ->
                        likely(
                                EventType.THIRD_PARTY_ASKED,
                                new ClockEvent.ThirdPartyAnswered(day, party()));
                case 11, 12 -> add(new ClockEvent.CoAuthorAsked(day, party()));
                case 13 ->
                        likely(
                                EventType.CO_AUTHOR_ASKED,
                                new ClockEvent.CoAuthorReceived(day, party()));
                case 14 ->
                        likely(
                                EventType.CO_AUTHOR_ASKED,
                                new ClockEvent.CoAuthorAnswered(day, party()));
                case 15, 16 -> add(new ClockEvent.AgencyAsked(day, party()));
                case 17 ->
                        likely(EventType.AGENCY_ASKED, new ClockEvent.AgencyAnswered(day, party()));
                case 18, 19 -> add(new ClockEvent.Extended(day, 1 + random.nextInt(26)));
                case 20 ->
                        add(
                                new ClockEvent.FeeNoticed(
                                        day,
                                        random.nextBoolean()
                                                ? null
                                                : day.minusDays(random.nextInt(-1, 5))));
                case 21 -> likely(EventType.FEE_NOTICED, new ClockEvent.FeePaid(day));
                case 22 -> add(new ClockEvent.ReasonsAsked(day));
                case 23 -> likely(EventType.REASONS_ASKED, new ClockEvent.ReasonsGiven(day));
                case 24 ->
                        likely(
                                EventType.REASONS_GIVEN,
                                new ClockEvent.LaterDateSet(
                                        day, day.plusDays(random.nextInt(120))));
                case 25 -> add(new ClockEvent.AnswerMade(day));
                case 26 -> add(new ClockEvent.AnswerDispatched(day));
                case 27 -> add(new ClockEvent.AnswerDelivered(day));
                case 28 ->
                        add(
                                random.nextBoolean()
                                        ? new ClockEvent.Withdrawn(day)
                                        : new ClockEvent.Closed(day));
                default ->
                        likely(
                                EventType.ANSWER_DISPATCHED,
                                new ClockEvent.Reopened(
                                        day,
                                        random.nextBoolean()
                                                ? null
                                                : day.plusDays(random.nextInt(60))));
            }
        }

        /** Adds it where its cause is there, and now and then where it is not. */
        private void likely(EventType cause, ClockEvent event) {
            if (random.nextInt(30) == 0 || events.stream().anyMatch(it -> it.type() == cause)) {
                add(event);
            }
        }

        @Override
        public String toString() {
            return events.toString();
        }
    }
}
