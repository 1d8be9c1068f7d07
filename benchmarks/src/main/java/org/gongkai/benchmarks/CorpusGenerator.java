package org.gongkai.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.platform.search.SearchableDocument;
import org.jspecify.annotations.Nullable;

/**
 * Makes documents that read like those of an environment bureau (语料生成), 600 to 3,000 characters
 * each. The same seed and number always give the same document.
 */
public final class CorpusGenerator {

    /** Subjects; the keys may be given to columns. */
    public static final List<String> TOPICS =
            List.of(
                    "water",
                    "air",
                    "soil",
                    "waste",
                    "radiation",
                    "licences",
                    "inspection",
                    "penalties",
                    "remediation",
                    "budgets",
                    "planning",
                    "emergency",
                    "interpretation",
                    "openness",
                    "monitoring");

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 4);
    private static final int DAYS = 3_900;

    /** The last day on which a document may be published. */
    static final LocalDate LAST_DAY = FIRST_DAY.plusDays(DAYS - 1);

    private static final int SHORTEST = 600;
    private static final int LONGEST = 3_000;

    private final long seed;
    private final Vocabulary vocabulary = Vocabulary.shipped();

    /** Documents of this seed. */
    public CorpusGenerator(long seed) {
        this.seed = seed;
    }

    /** Documents 1 to {@code count}. */
    public Stream<GeneratedDocument> documents(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::document);
    }

    /** The day of the document with this number, without making the document. */
    public LocalDate publishedOn(int number) {
        return day(random(number));
    }

    /** The document with this number. */
    public GeneratedDocument document(int number) {
        SplittableRandom random = random(number);
        LocalDate day = day(random);
        String topic =
                TOPICS.get((int) (random.nextDouble() * random.nextDouble() * TOPICS.size()));
        var subject = new Subject(vocabulary, topic, day, random);
        return new GeneratedDocument(
                number,
                subject.title(),
                body(subject, random),
                topic,
                vocabulary.one("kind", random),
                subject.section(),
                documentNumber(random, day),
                day);
    }

    private SplittableRandom random(int number) {
        return new SplittableRandom(seed * 1_000_003 + number);
    }

    private static LocalDate day(SplittableRandom random) {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private List<String> body(Subject subject, SplittableRandom random) {
        int length =
                SHORTEST + (int) (random.nextDouble() * random.nextDouble() * (LONGEST - SHORTEST));
        List<String> paragraphs = new ArrayList<>();
        int written = 0;
        while (written < length) {
            String paragraph = subject.paragraph();
            paragraphs.add(paragraph);
            written += paragraph.length();
        }
        return paragraphs;
    }

    private static @Nullable String documentNumber(SplittableRandom random, LocalDate day) {
        return random.nextInt(3) == 0
                ? "银环发〔%d〕%d号".formatted(day.getYear(), 1 + random.nextInt(300))
                : null;
    }

    /** The document as search takes it. */
    public static SearchableDocument searchable(GeneratedDocument it) {
        return new SearchableDocument(
                Integer.toString(it.number()),
                it.title(),
                it.bodyText(),
                it.documentNumber(),
                it.indexNumber(),
                it.topic(),
                List.of("disclosure", "statutory", it.topic()),
                it.kind(),
                it.publishedOn().getYear(),
                it.section(),
                publishedAt(it),
                List.of(),
                Map.of());
    }

    /** Nine in the morning of its day. */
    public static Instant publishedAt(GeneratedDocument it) {
        return it.publishedOn().atTime(9, 0).atZone(CHINA).toInstant();
    }
}
