package org.gongkai.platform.search.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a word, a text or a number may stand and what each place is worth (检索权重). The weights were
 * set with the labelled questions, see docs/benchmarks.md.
 */
final class Ways {

    private static final float TITLE = 6f;
    private static final float MORE = 0.4f;
    private static final float TIE = 0.1f;

    private static final float TITLE_AS_TYPED = 8f;
    private static final float BODY_AS_TYPED = 2f;
    private static final float OTHERWISE = 0.9f;
    private static final float PART_OF_NUMBER = 10f;
    private static final float WHOLE_NUMBER = 100f;

    private static final float RUN = 0.5f;

    private static final float END_OF_NUMBER = 2_000f;
    private static final float EACH_CHARACTER = 20f;

    private static final float TITLE_TIME = 10f;
    private static final float PUBLISHED_TIME = 8f;
    private static final float BODY_TIME = 3f;

    private Ways() {}

    /** The word anywhere. */
    static Sought word(String word) {
        return new Sought.Best(
                List.of(
                        new Sought.Word(Sought.Place.TITLE, word).times(TITLE),
                        new Sought.Word(Sought.Place.BODY, word),
                        new Sought.Word(Sought.Place.MORE, word).times(MORE)),
                TIE);
    }

    /** Characters that follow each other anywhere, worth about as much as a word. */
    static Sought run(String bare) {
        return new Sought.Best(
                List.of(
                        new Sought.Run(Sought.Place.TITLE, bare).times(TITLE * RUN),
                        new Sought.Run(Sought.Place.BODY, bare).times(RUN),
                        new Sought.Run(Sought.Place.MORE, bare).times(MORE * RUN)),
                TIE);
    }

    /** The text itself, wherever it stands; a number ranks first. */
    static Sought asTyped(String bare) {
        return new Sought.Best(runs(bare), TIE);
    }

    /** A text that is one word: where it stands as a word nothing more is looked for. */
    static Sought wordAsTyped(String word) {
        List<Sought> ways = new ArrayList<>();
        ways.add(new Sought.Word(Sought.Place.TITLE, word).times(TITLE + TITLE_AS_TYPED));
        ways.add(new Sought.Word(Sought.Place.BODY, word).times(1 + BODY_AS_TYPED));
        ways.add(new Sought.Word(Sought.Place.MORE, word).times(2 * MORE));
        ways.addAll(runs(word));
        return new Sought.Best(ways, TIE);
    }

    private static List<Sought> runs(String bare) {
        List<Sought> runs = new ArrayList<>(ownRuns(bare));
        runs.addAll(textRuns(bare, BODY_AS_TYPED));
        return runs;
    }

    private static List<Sought> ownRuns(String bare) {
        return List.of(
                new Sought.Constant(new Sought.Marked(Sought.Mark.NUMBER, bare), WHOLE_NUMBER),
                new Sought.Run(Sought.Place.NUMBER, bare).times(PART_OF_NUMBER),
                new Sought.Run(Sought.Place.TITLE, bare).times(TITLE_AS_TYPED));
    }

    private static List<Sought> textRuns(String bare, float body) {
        return List.of(
                new Sought.Run(Sought.Place.BODY, bare).times(body),
                new Sought.Run(Sought.Place.MORE, bare).times(MORE));
    }

    /**
     * Several words: as they were typed in the title or a number, and all of them anywhere. That
     * they stand together in the text is looked for only where the words are not found.
     */
    static Sought wordsAsTyped(String bare, Sought all) {
        List<Sought> ways = new ArrayList<>();
        ways.add(all);
        ways.addAll(textRuns(bare, OTHERWISE));
        return Sought.any(List.of(new Sought.Best(ownRuns(bare), TIE), new Sought.Best(ways, 0)));
    }

    /** A number: the document whose own number it is before those that name it. */
    static Sought number(Numbers.Typed number, String folded) {
        List<Sought> ways = new ArrayList<>();
        for (String end : number.ends()) {
            ways.add(
                    new Sought.Constant(
                            new Sought.Marked(Sought.Mark.NUMBER, end),
                            END_OF_NUMBER + EACH_CHARACTER * end.length()));
        }
        ways.add(asTyped(Folding.bare(folded.substring(number.from(), number.to()))));
        return Sought.best(ways);
    }

    /** A year or month, in the title before elsewhere. */
    static Sought time(Times time) {
        List<Sought> ways = new ArrayList<>();
        ways.add(
                new Sought.Constant(
                        new Sought.Marked(Sought.Mark.PERIOD, time.mark()), TITLE_TIME));
        boolean year = time.mark().length() == 4;
        if (year) {
            ways.add(
                    new Sought.Constant(
                            new Sought.Marked(Sought.Mark.YEAR, time.mark()), PUBLISHED_TIME));
        }
        String inText = time.mark().endsWith("m") ? "年" + time.written() : time.written();
        ways.add(new Sought.Constant(new Sought.Run(Sought.Place.BODY, inText), BODY_TIME));
        return Sought.best(ways);
    }
}
