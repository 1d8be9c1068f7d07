package org.gongkai.platform.draw;

import java.util.Arrays;

/** The seats that one officer holds (所任席位), ascending. */
final class Seats {
    private int[] seats;
    private int size;

    Seats() {
        seats = new int[4];
    }

    private Seats(int[] seats, int size) {
        this.seats = seats;
        this.size = size;
    }

    Seats copy() {
        return new Seats(seats.clone(), size);
    }

    int size() {
        return size;
    }

    void add(int seat) {
        if (size == seats.length) {
            seats = Arrays.copyOf(seats, 2 * size);
        }
        var at = size == 0 || seats[size - 1] < seat ? size : place(seat);
        System.arraycopy(seats, at, seats, at + 1, size - at);
        seats[at] = seat;
        size++;
    }

    void remove(int seat) {
        var at = Arrays.binarySearch(seats, 0, size, seat);
        System.arraycopy(seats, at + 1, seats, at, size - at - 1);
        size--;
    }

    int[] all() {
        return Arrays.copyOf(seats, size);
    }

    private int place(int seat) {
        return -Arrays.binarySearch(seats, 0, size, seat) - 1;
    }
}
