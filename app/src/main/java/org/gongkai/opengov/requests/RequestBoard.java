package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.List;

/**
 * Open requests by stage and by days left (办件看板). Every number is the length of the list that the
 * same two choices give.
 */
public record RequestBoard(List<Cell> cells) {
    public RequestBoard {
        cells = List.copyOf(cells);
    }

    /** How many requests stand in this stage with so many days left; more than none. */
    public record Cell(RequestStage stage, DaysLeft left, long count) {}

    /** The stages in which requests are open, in their order. */
    public static List<RequestStage> stages() {
        return Arrays.stream(RequestStage.values()).filter(RequestStage::isOpen).toList();
    }

    /** How many stand in this stage with so many days left. */
    public long count(RequestStage stage, DaysLeft left) {
        return cells.stream()
                .filter(it -> it.stage() == stage && it.left() == left)
                .mapToLong(Cell::count)
                .sum();
    }

    /** How many stand in this stage. */
    public long count(RequestStage stage) {
        return cells.stream().filter(it -> it.stage() == stage).mapToLong(Cell::count).sum();
    }

    /** How many have so many days left. */
    public long count(DaysLeft left) {
        return cells.stream().filter(it -> it.left() == left).mapToLong(Cell::count).sum();
    }

    /** How many are open. */
    public long total() {
        return cells.stream().mapToLong(Cell::count).sum();
    }
}
