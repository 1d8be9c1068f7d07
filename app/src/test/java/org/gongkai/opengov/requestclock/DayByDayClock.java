package org.gongkai.opengov.requestclock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The clock of a request once more, written without the program's (对照实现): it lives through every
 * day in turn, as a clerk with a tally would, and knows neither periods nor spans nor due days
 * until one has come. Each morning it takes in what happens that day; each evening it makes a
 * stroke when the day counted. Its calendar is read from the files, not from the program.
 */
final class DayByDayClock {
    private static final int ORIGIN = (int) LocalDate.of(2018, 1, 1).toEpochDay();
    private static final int DAYS = 366 * 16;
    private static final BitSet CHINA = new BitSet(DAYS);
    private static final BitSet NINGXIA = new BitSet(DAYS);

    static {
        for (int day = 0; day < DAYS; day++) {
            var weekday = LocalDate.ofEpochDay(ORIGIN + day).getDayOfWeek();
            CHINA.set(day, weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY);
        }
        var named = new BitSet();
        for (int year = 2019; year <= 2026; year++) {
            for (var line : lines("cn-" + year + ".csv")) {
                int day = index(LocalDate.parse(line[1]));
                CHINA.set(day, line[2].equals("false"));
                named.set(day);
            }
        }
        NINGXIA.or(CHINA);
        for (var line : lines("nx-overlay-2019-2022.csv")) {
            int day = index(LocalDate.parse(line[1]));
            if (!named.get(day)) {
                NINGXIA.clear(day);
            }
        }
    }

    /** What both clocks are asked: when, what is waited for, what was wrong, which days counted. */
    record Outcome(String due, String warnBy, String waitingFor, String breaches, String counted) {}

    /** A letter that left, as the clerk keeps it in a tray. */
    private static final class Letter {
        final String to;
        final int left;
        int receipt = Integer.MIN_VALUE;
        int answer = Integer.MAX_VALUE;
        int strokes;

        Letter(String to, int left) {
            this.to = to;
            this.left = left;
        }
    }

    private final BitSet working;
    private final List<ClockEvent> events;
    private final List<Letter> tray = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final TreeSet<Integer> lateAnswers = new TreeSet<>();
    private final List<Integer> countedDays = new ArrayList<>();

    private boolean known;
    private int knownSince;
    private int sinceReceipt;
    private boolean runs;
    private boolean fee;
    private boolean feeSeen;
    private boolean ended;
    private boolean zero;
    private int strokes;
    private int wanted = 20;
    private int wall = Integer.MIN_VALUE;
    private boolean wallAlone;
    private int over = Integer.MAX_VALUE;
    private int firstOver = Integer.MAX_VALUE;
    private int notices;
    private boolean lawfulNotice;
    private boolean awaitsCorrection;
    private boolean awaitsReasons;
    private boolean extendedOnce;
    private boolean laterOnce;
    private int made = -1;
    private int madeAt = -1;

    private DayByDayClock(BitSet working, List<ClockEvent> events) {
        this.working = working;
        this.events = events;
    }

    static Outcome read(List<ClockEvent> events, boolean region, LocalDate asOf) {
        var nation = new DayByDayClock(CHINA, events).live();
        var own = region ? new DayByDayClock(NINGXIA, events).live() : nation;
        own.lateAnswers.retainAll(nation.lateAnswers);
        own.lateAnswers.forEach(it -> own.wrong.add(it + " ANSWER_LATE"));
        own.lookBack(nation, asOf);
        boolean due = own.over != Integer.MAX_VALUE && !own.fee;
        int hold = due && nation.over < own.over ? nation.over : own.over;
        return new Outcome(
                due ? date(own.over) : "none",
                due ? date(hold) : "none",
                own.waits(),
                String.join(
                        ", ", own.wrong.stream().sorted(DayByDayClock::byIndexAndName).toList()),
                due ? own.countedDays.toString() : "[]");
    }

    /** What is still owed at the end: an answer made too late, or none at all as of a day. */
    private void lookBack(DayByDayClock nation, LocalDate asOf) {
        if (ended) {
            return;
        }
        if (made >= 0 && isOver(made) && nation.isOver(made)) {
            wrong.add(madeAt + " ANSWER_LATE");
            return;
        }
        boolean excused = awaitsCorrection && lawfulNotice;
        if (asOf != null && !excused && isOver(index(asOf)) && nation.isOver(index(asOf))) {
            wrong.add("-1 NOT_ANSWERED");
        }
    }

    private boolean isOver(int day) {
        return runs && !fee && over < day;
    }

    private static int byIndexAndName(String a, String b) {
        int at =
                Integer.compare(
                        Integer.parseInt(a.split(" ")[0]), Integer.parseInt(b.split(" ")[0]));
        return at != 0 ? at : a.compareTo(b);
    }

    private DayByDayClock live() {
        int next = 0;
        int today = index(events.getFirst().date());
        while (next < events.size() || runs && over == Integer.MAX_VALUE) {
            zero = false;
            while (next < events.size() && index(events.get(next).date()) == today) {
                happen(next, today);
                next++;
            }
            evening(today);
            today++;
        }
        return this;
    }

    private void happen(int at, int today) {
        boolean tooLate = runs && over < today;
        switch (events.get(at)) {
            case ClockEvent.Received it -> {
                if (it.channel() == RequestChannel.IN_PERSON
                        || it.channel() == RequestChannel.SIGNED_POST) {
                    learn(today);
                    begin();
                }
            }
            case ClockEvent.Confirmed _ -> {
                if (!known) {
                    learn(today);
                    if (!runs) {
                        beginFirst();
                    }
                }
            }
            case ClockEvent.CorrectionAsked _ -> {
                notices++;
                if (notices > 1) {
                    wrong.add(at + " SECOND_CORRECTION_NOTICE");
                } else if (known && sinceReceipt >= 7) {
                    wrong.add(at + " CORRECTION_NOTICE_LATE");
                } else {
                    lawfulNotice = true;
                }
                awaitsCorrection = true;
            }
            case ClockEvent.Corrected _ -> {
                awaitsCorrection = false;
                if (lawfulNotice && !ended) {
                    lawfulNotice = false;
                    if (!known) {
                        learn(today);
                    }
                    begin();
                }
            }
            case ClockEvent.Extended it -> {
                if (extendedOnce) {
                    wrong.add(at + " SECOND_EXTENSION");
                } else {
                    extendedOnce = true;
                    boolean late = runs && !fee && firstOver < today;
                    if (late) {
                        wrong.add(at + " EXTENSION_LATE");
                    }
                    if (it.workingDays() > 20) {
                        wrong.add(at + " EXTENSION_OVER_20");
                    }
                    if (!late && !ended) {
                        wanted = 20 + Math.min(20, it.workingDays());
                    }
                }
            }
            case ClockEvent.FeeNoticed it -> {
                if (!feeSeen && !ended) {
                    feeSeen = true;
                    int left = it.sentOn() == null ? today : index(it.sentOn());
                    if (runs && over < left) {
                        wrong.add(at + " FEE_NOTICE_LATE");
                    } else {
                        fee = true;
                    }
                }
            }
            case ClockEvent.FeePaid _ -> {
                if (fee && !ended) {
                    fee = false;
                    begin();
                }
            }
            case ClockEvent.Asked it -> {
                var name = it.consulted() + it.party();
                boolean open = false;
                for (var letter : tray) {
                    open |= letter.to.equals(name) && letter.answer == Integer.MAX_VALUE;
                }
                if (!open && !ended) {
                    tray.add(lookAhead(new Letter(name, today), at));
                }
            }
            case ClockEvent.LetterReceived _ -> {}
            case ClockEvent.Answered it -> {
                for (var letter : tray) {
                    if (letter.to.equals(it.consulted() + it.party())
                            && letter.answer == Integer.MAX_VALUE) {
                        letter.answer = today;
                    }
                }
            }
            case ClockEvent.ReasonsAsked _ -> awaitsReasons = true;
            case ClockEvent.ReasonsGiven _ -> awaitsReasons = false;
            case ClockEvent.LaterDateSet it -> {
                if (!laterOnce && !ended) {
                    laterOnce = true;
                    if (tooLate && !fee) {
                        wrong.add(at + " LATER_DATE_LATE");
                    } else {
                        wall = index(it.until());
                    }
                }
            }
            case ClockEvent.AnswerMade _ -> {
                if (made < 0) {
                    made = today;
                    madeAt = at;
                }
            }
            case ClockEvent.AnswerDispatched _, ClockEvent.AnswerDelivered _ -> {
                if (!ended && tooLate && !fee) {
                    lateAnswers.add(at);
                }
                ended = true;
            }
            case ClockEvent.Withdrawn _, ClockEvent.Closed _ -> ended = true;
            case ClockEvent.Reopened it -> {
                ended = false;
                made = -1;
                fee = false;
                awaitsCorrection = false;
                awaitsReasons = false;
                begin();
                if (it.until() != null) {
                    wall = index(it.until());
                    wallAlone = true;
                }
            }
        }
    }

    private void learn(int today) {
        known = true;
        knownSince = today;
        sinceReceipt = 0;
    }

    /** Day 0 of the first period: what was told before it began holds for it. */
    private void beginFirst() {
        int keepWanted = wanted;
        int keepWall = wall;
        begin();
        wanted = keepWanted;
        wall = keepWall;
    }

    private void begin() {
        runs = true;
        zero = true;
        strokes = 0;
        wanted = 20;
        wall = Integer.MIN_VALUE;
        wallAlone = false;
        over = Integer.MAX_VALUE;
        firstOver = Integer.MAX_VALUE;
        countedDays.clear();
    }

    private Letter lookAhead(Letter letter, int at) {
        for (int i = at + 1; i < events.size(); i++) {
            switch (events.get(i)) {
                case ClockEvent.LetterReceived it
                        when letter.to.equals(it.consulted() + it.party()) -> {
                    letter.receipt = index(it.date());
                    return letter;
                }
                case ClockEvent.Answered it when letter.to.equals(it.consulted() + it.party()) -> {
                    return letter;
                }
                default -> {}
            }
        }
        return letter;
    }

    private void evening(int today) {
        boolean works = working.get(today);
        boolean taken = false;
        for (var letter : tray) {
            // Taken: it left before today, nobody answered before today, silence has not ended.
            if (letter.left < today && letter.answer >= today && letter.strokes < 15) {
                taken = true;
            }
            int from = letter.receipt == Integer.MIN_VALUE ? letter.left : letter.receipt;
            if (works && today > from) {
                letter.strokes++;
            }
        }
        if (known && works && today > knownSince) {
            sinceReceipt++;
        }
        if (!runs || zero) {
            return;
        }
        if (works && !taken && strokes < wanted) {
            strokes++;
            if (!wallAlone) {
                countedDays.add(today);
            }
        }
        if (strokes >= 20 && firstOver == Integer.MAX_VALUE) {
            firstOver = today;
        }
        boolean full = wallAlone ? today >= wall : strokes >= wanted && today >= wall;
        if (full && over == Integer.MAX_VALUE) {
            over = today;
        }
    }

    /** The first event that cannot be, found by looking back from each; -1 where all can. */
    static int firstImpossible(List<ClockEvent> events, LocalDate asOf) {
        for (int i = 0; i < events.size(); i++) {
            if (!canBe(events.get(i), events.subList(0, i), asOf)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean canBe(ClockEvent event, List<ClockEvent> before, LocalDate asOf) {
        if (before.isEmpty() != event instanceof ClockEvent.Received
                || asOf != null && event.date().isAfter(asOf)
                || !before.isEmpty() && event.date().isBefore(before.getLast().date())) {
            return false;
        }
        return switch (event) {
            case ClockEvent.Corrected _ -> has(before, ClockEvent.CorrectionAsked.class);
            case ClockEvent.FeePaid _ -> has(before, ClockEvent.FeeNoticed.class);
            case ClockEvent.FeeNoticed it -> it.sentOn() == null || !it.sentOn().isAfter(it.date());
            case ClockEvent.ReasonsGiven _ -> has(before, ClockEvent.ReasonsAsked.class);
            case ClockEvent.LaterDateSet it ->
                    has(before, ClockEvent.ReasonsGiven.class) && it.until().isAfter(it.date());
            case ClockEvent.Confirmed _ -> !isOut(before);
            case ClockEvent.AnswerMade _ ->
                    !isOut(before) || has(before, ClockEvent.AnswerMade.class);
            case ClockEvent.Reopened it ->
                    hasEnded(before) && (it.until() == null || it.until().isAfter(it.date()));
            case ClockEvent.LetterReceived it -> canArrive(it.consulted() + it.party(), before);
            case ClockEvent.Answered it ->
                    before.stream()
                            .anyMatch(
                                    asked ->
                                            asked instanceof ClockEvent.Asked letter
                                                    && letter.consulted() == it.consulted()
                                                    && letter.party().equals(it.party()));
            default -> true;
        };
    }

    private static boolean canArrive(String to, List<ClockEvent> before) {
        boolean sent = false;
        boolean arrived = false;
        boolean answered = false;
        for (var event : before) {
            if (event instanceof ClockEvent.Asked it
                    && to.equals(it.consulted() + it.party())
                    && (!sent || answered)) {
                sent = true;
                arrived = false;
                answered = false;
            }
            if (event instanceof ClockEvent.LetterReceived it
                    && to.equals(it.consulted() + it.party())) {
                arrived |= !answered;
            }
            if (event instanceof ClockEvent.Answered it && to.equals(it.consulted() + it.party())) {
                answered = true;
            }
        }
        return sent && (!answered || arrived);
    }

    private static boolean has(List<ClockEvent> before, Class<? extends ClockEvent> cause) {
        return before.stream().anyMatch(cause::isInstance);
    }

    private static boolean isOut(List<ClockEvent> before) {
        return has(before, ClockEvent.AnswerDispatched.class)
                || has(before, ClockEvent.AnswerDelivered.class);
    }

    private static boolean hasEnded(List<ClockEvent> before) {
        boolean ended = false;
        for (var event : before) {
            ended =
                    switch (event.type()) {
                        case ANSWER_DISPATCHED, ANSWER_DELIVERED, WITHDRAWN, CLOSED -> true;
                        case REOPENED -> false;
                        default -> ended;
                    };
        }
        return ended;
    }

    private String waits() {
        if (!runs) {
            return "CONFIRMATION";
        }
        if (fee) {
            return "FEE";
        }
        if (ended) {
            return "nothing";
        }
        return awaitsCorrection ? "CORRECTION" : awaitsReasons ? "REASONS" : "nothing";
    }

    static String date(int index) {
        return LocalDate.ofEpochDay(ORIGIN + index).toString();
    }

    static int index(LocalDate day) {
        return (int) day.toEpochDay() - ORIGIN;
    }

    private static List<String[]> lines(String file) {
        try (var in = DayByDayClock.class.getResourceAsStream("/calendar/" + file)) {
            var text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n"))
                    .skip(1)
                    .map(it -> it.strip().split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
