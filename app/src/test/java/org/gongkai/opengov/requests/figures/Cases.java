package org.gongkai.opengov.requests.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gongkai.opengov.requests.ApplicantClass;
import org.gongkai.opengov.requests.decisions.ReportRow;

/** Requests made up for tests (样例案件): over three years, of every class and every outcome. */
final class Cases {
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);

    private Cases() {}

    /** So many, the same for the same seed. */
    static List<CaseSummary> of(int count, long seed) {
        var random = new Random(seed);
        var cases = new ArrayList<CaseSummary>();
        for (int i = 0; i < count; i++) {
            var received = FIRST.plusDays(random.nextInt(3 * 365));
            boolean open = random.nextInt(12) == 0;
            var finished = received.plusDays(random.nextInt(70));
            var due = received.plusDays(28);
            cases.add(
                    new CaseSummary(
                            "YSQ-%d-%05d".formatted(received.getYear(), i + 1),
                            any(ApplicantClass.values(), random),
                            received,
                            open ? null : finished,
                            open ? null : ReportRow.values()[i % ReportRow.values().length],
                            due,
                            Milestones.NONE,
                            open ? null : random.nextInt(45),
                            disputes(finished, random)));
        }
        return cases;
    }

    private static List<Dispute> disputes(LocalDate answered, Random random) {
        var disputes = new ArrayList<Dispute>();
        for (int i = random.nextInt(8); i > 6; i--) {
            var filed = answered.plusDays(random.nextInt(60));
            boolean pending = random.nextInt(4) == 0;
            disputes.add(
                    new Dispute(
                            any(Dispute.Kind.values(), random),
                            filed,
                            pending ? null : filed.plusDays(30),
                            pending ? null : any(Dispute.Result.values(), random)));
        }
        return disputes;
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
