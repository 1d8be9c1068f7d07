package org.gongkai.opengov.drinkingwater.results;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.LaboratorySheet;
import org.gongkai.opengov.drinkingwater.SampledPlace;
import org.gongkai.opengov.drinkingwater.SheetProblem;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;

/**
 * What a laboratory's file holds for the agency's sources (导入内容): values by source and month, and
 * by its cell what is not understood.
 */
record ImportReading(List<Group> groups, List<SheetProblem> problems) {

    /** The values of one source and month, in the order of the file. */
    record Group(WaterSource source, YearMonth month, List<ReportedValue> values) {}

    private record Key(String source, YearMonth month) {}

    /**
     * Reads the sheets.
     *
     * @param sources the register, which a name is looked up in
     */
    static ImportReading of(List<LaboratoryFile.Table> tables, List<WaterSource> sources) {
        var found = new LinkedHashMap<Key, List<LaboratorySheet.Value>>();
        var problems = new ArrayList<SheetProblem>();
        for (var table : tables) {
            var content = LaboratorySheet.read(table.rows(), name -> place(name, sources));
            content.problems().forEach(it -> problems.add(named(it, table.name())));
            content.values()
                    .forEach(
                            it -> {
                                var values =
                                        found.computeIfAbsent(
                                                new Key(it.place().name(), it.month()),
                                                _ -> new ArrayList<>());
                                if (isThere(it, values)) {
                                    problems.add(twice(it, table.name()));
                                } else {
                                    values.add(it);
                                }
                            });
        }
        return new ImportReading(
                found.entrySet().stream().map(it -> group(it, sources)).toList(), problems);
    }

    private static boolean isThere(LaboratorySheet.Value one, List<LaboratorySheet.Value> values) {
        return values.stream().anyMatch(it -> it.item().name().equals(one.item().name()));
    }

    private static Optional<SampledPlace> place(String name, List<WaterSource> sources) {
        return sources.stream()
                .filter(it -> it.facts().isCalled(name))
                .findFirst()
                .map(it -> it.facts().place());
    }

    private static SheetProblem twice(LaboratorySheet.Value value, String sheet) {
        return named(new SheetProblem(value.cell(), SheetProblem.Kind.TWICE, value.text()), sheet);
    }

    private static SheetProblem named(SheetProblem problem, String sheet) {
        return sheet.isEmpty()
                ? problem
                : new SheetProblem(sheet + "!" + problem.cell(), problem.kind(), problem.text());
    }

    private static Group group(
            Map.Entry<Key, List<LaboratorySheet.Value>> found, List<WaterSource> sources) {
        var source =
                sources.stream()
                        .filter(it -> it.facts().name().equals(found.getKey().source()))
                        .findFirst()
                        .orElseThrow();
        return new Group(
                source,
                found.getKey().month(),
                found.getValue().stream()
                        .map(it -> new ReportedValue(it.item().name(), it.text(), it.unit()))
                        .toList());
    }
}
