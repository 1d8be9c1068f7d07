package org.gongkai.platform.staticsite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a web server has to be told about the files of a tree (文件种类): their types, their names, what
 * has moved, which queries mean files. Read off the manifest.
 */
final class ServedKinds {
    final TreeSet<String> parameters = new TreeSet<>();
    final TreeMap<String, String> names = new TreeMap<>();
    private final TreeMap<String, String> redirects = new TreeMap<>();
    private final TreeMap<String, TreeMap<String, TreeSet<String>>> byEnding = new TreeMap<>();
    private final TreeMap<String, Entry> dispositions = new TreeMap<>();
    private final TreeSet<String> withCharset = new TreeSet<>();
    @Nullable String asset;
    @Nullable String attachment;

    void add(String address, Entry entry) {
        var question = address.indexOf('?');
        var path = question < 0 ? address : address.substring(0, question);
        if (question >= 0) {
            for (var each : address.substring(question + 1).split("&")) {
                parameters.add(each.replaceAll("=.*$", ""));
            }
        }
        var file = path.substring(path.lastIndexOf('/') + 1);
        if (entry.kind() == Kind.MOVED) {
            redirects.put(address, entry.note());
        } else if (path.startsWith("/files/")) {
            attachment = attachment == null ? path : attachment;
            names.put(path, entry.note());
            type(file, entry);
        } else if (!entry.type().startsWith("text/html")) {
            asset = asset == null && path.startsWith("/assets/") ? path : asset;
            type(file, entry);
            if (!entry.note().isEmpty()) {
                dispositions.put(path, entry);
            }
        }
    }

    private void type(String file, Entry entry) {
        var ending = file.replaceAll("^.*\\.", "");
        byEnding.computeIfAbsent(ending, it -> new TreeMap<>())
                .computeIfAbsent(plain(entry.type()), it -> new TreeSet<>())
                .add(file.replaceAll("^.*-[0-9a-f]{32}\\.|^[0-9]+\\.|^[0-9a-f]{64}\\.", "*."));
        if (entry.type().toLowerCase(Locale.ROOT).contains("charset=utf-8")) {
            withCharset.add(plain(entry.type()));
        }
    }

    private static String plain(String type) {
        return type.replaceAll(";.*$", "");
    }

    /** Each ending with its type; the one with most names where there are several. */
    String types() {
        var lines = new ArrayList<String>(List.of("    text/html html;\n"));
        byEnding.forEach(
                (ending, types) -> lines.add("    %s %s;\n".formatted(usual(types), ending)));
        return "types {\n" + String.join("", lines) + "}\ndefault_type application/octet-stream;\n";
    }

    private static String usual(TreeMap<String, TreeSet<String>> types) {
        return types.entrySet().stream()
                .max(
                        Comparator.comparing(
                                        (Map.Entry<String, TreeSet<String>> it) ->
                                                it.getValue().stream()
                                                                .anyMatch(
                                                                        name ->
                                                                                name.startsWith(
                                                                                        "*."))
                                                        ? 1
                                                        : 0)
                                .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }

    /**
     * Files whose type is not that of their ending, and tables with the name they are saved under.
     */
    String named() {
        var lines = new StringBuilder();
        byEnding.forEach(
                (ending, types) -> {
                    var usual = usual(types);
                    types.forEach(
                            (type, names) -> {
                                if (!type.equals(usual)) {
                                    names.forEach(it -> lines.append(location(it, type)));
                                }
                            });
                });
        dispositions.forEach(
                (path, entry) ->
                        lines.append(
                                """
                                location = %s {
                                    types { }
                                    default_type %s;
                                    include {nginx}/headers-page.conf;
                                    add_header Content-Disposition %s always;
                                    try_files $uri$gongkai_query @missing;
                                }
                                """
                                        .formatted(
                                                path,
                                                plain(entry.type()),
                                                NginxFiles.quoted(entry.note()))));
        return lines.toString();
    }

    private static String location(String file, String type) {
        return """
               location ~ /%s$ {
                   types { }
                   default_type %s;
                   include {nginx}/headers-page.conf;
                   try_files $uri @missing;
               }
               """
                .formatted(file.replace(".", "\\.").replace("*", "[^/]*"), type);
    }

    String charsets() {
        return withCharset.stream()
                .filter(it -> !it.equals("text/html"))
                .collect(Collectors.joining(" "));
    }

    /** How many addresses lead on. */
    int moves() {
        return redirects.size();
    }

    /**
     * Where each moved address leads, as one map: nginx finds a line of it at once, however many
     * there are, where so many locations would be gone through at each start.
     */
    String moved() {
        return redirects.entrySet().stream()
                .map(
                        it ->
                                "    %s %s;\n"
                                        .formatted(
                                                NginxFiles.quoted(FileName.decoded(it.getKey())),
                                                NginxFiles.quoted(it.getValue())))
                .collect(
                        Collectors.joining(
                                "", "map $uri $gongkai_moved {\n    default \"\";\n", "}\n"));
    }
}
