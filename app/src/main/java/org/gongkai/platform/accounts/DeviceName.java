package org.gongkai.platform.accounts;

import java.util.List;
import java.util.Optional;

/**
 * What people call a browser (浏览器名称): name and system, out of the long line in which it describes
 * itself (User-Agent). What is not known keeps its line.
 */
final class DeviceName {
    /** Sign in the line and name; the first that is found, because the later ones imitate. */
    private static final List<List<String>> BROWSERS =
            List.of(
                    List.of("MicroMessenger/", "WeChat"),
                    List.of("Edg/", "Edge"),
                    List.of("Firefox/", "Firefox"),
                    List.of("Chrome/", "Chrome"),
                    List.of("Safari/", "Safari"));

    private static final List<List<String>> SYSTEMS =
            List.of(
                    List.of("Windows", "Windows"),
                    List.of("HarmonyOS", "HarmonyOS"),
                    List.of("Android", "Android"),
                    List.of("iPhone", "iPhone"),
                    List.of("iPad", "iPad"),
                    List.of("Mac OS X", "macOS"),
                    List.of("Linux", "Linux"));

    private DeviceName() {}

    static String of(String line) {
        return found(BROWSERS, line)
                .map(it -> it + found(SYSTEMS, line).map(" · "::concat).orElse(""))
                .orElse(line);
    }

    private static Optional<String> found(List<List<String>> signs, String line) {
        return signs.stream()
                .filter(it -> line.contains(it.getFirst()))
                .map(List::getLast)
                .findFirst();
    }
}
