package org.gongkai.platform.textcheck.wording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds all words of a list in one reading of a text (多词匹配): Aho and Corasick, Communications of
 * the ACM 18 (1975) 333–340. Of words that overlap, the one that begins first and is longest
 * counts.
 */
public final class AhoCorasick<T> {
    private final Node<T> root = new Node<>(null);

    /** A word found, with what belongs to it. */
    public record Match<T>(int start, int end, T value) {}

    private static final class Node<T> {
        final Map<Character, Node<T>> next = new HashMap<>();
        Node<T> fallback;
        int length;
        @Nullable T value;

        Node(@Nullable Node<T> fallback) {
            this.fallback = fallback == null ? this : fallback;
        }
    }

    /** The automaton of these words. */
    public AhoCorasick(Map<String, T> words) {
        words.forEach(this::add);
        link();
    }

    private void add(String word, T value) {
        var node = root;
        for (var sign : word.toCharArray()) {
            node = node.next.computeIfAbsent(sign, it -> new Node<>(root));
        }
        node.value = value;
        node.length = word.length();
    }

    private void link() {
        var waiting = new ArrayDeque<>(root.next.values());
        while (!waiting.isEmpty()) {
            var node = waiting.remove();
            node.next.forEach(
                    (sign, child) -> {
                        child.fallback = step(node.fallback, sign);
                        waiting.add(child);
                    });
        }
    }

    private Node<T> step(Node<T> from, char sign) {
        var node = from;
        while (node != root && !node.next.containsKey(sign)) {
            node = node.fallback;
        }
        return node.next.getOrDefault(sign, root);
    }

    /** The words in the text, in order, none overlapping. */
    public List<Match<T>> find(String text) {
        List<@Nullable Match<T>> longest = new ArrayList<>(Arrays.asList(newSlots(text.length())));
        var node = root;
        for (var at = 0; at < text.length(); at++) {
            node = step(node, text.charAt(at));
            for (var end = node; end != root; end = end.fallback) {
                if (end.value != null) {
                    var start = at + 1 - end.length;
                    var known = longest.get(start);
                    if (known == null || known.end() < at + 1) {
                        longest.set(start, new Match<>(start, at + 1, end.value));
                    }
                }
            }
        }
        return withoutOverlaps(longest);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Match<T>[] newSlots(int length) {
        return new Match[length];
    }

    private static <T> List<Match<T>> withoutOverlaps(List<@Nullable Match<T>> longest) {
        List<Match<T>> result = new ArrayList<>();
        var free = 0;
        for (var match : longest) {
            if (match != null && match.start() >= free) {
                result.add(match);
                free = match.end();
            }
        }
        return result;
    }
}
