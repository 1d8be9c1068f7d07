package org.gongkai.opengov.drinkingwater.reports;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.gongkai.opengov.drinkingwater.NaturalBackground;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.basis.Background;
import org.gongkai.opengov.drinkingwater.basis.Decision;
import org.gongkai.opengov.drinkingwater.basis.JudgingBasis;
import org.gongkai.opengov.drinkingwater.results.ReportedValue;
import org.gongkai.opengov.drinkingwater.results.Sampling;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.results.WaterMonth;
import org.gongkai.opengov.drinkingwater.sources.SourceFacts;
import org.gongkai.opengov.drinkingwater.sources.SourceKind;
import org.gongkai.opengov.drinkingwater.sources.SourceState;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;

/** Figures for reports (报告测试数据), and the program's own sentences without the program. */
final class WaterFigures {
    static final YearMonth OCTOBER = YearMonth.of(2021, 10);

    private static final Properties WORDS = words();

    private WaterFigures() {}

    static String say(String key, Object... arguments) {
        return MessageFormat.format(
                Objects.requireNonNull(WORDS.getProperty(key), key),
                Arrays.stream(arguments).map(String::valueOf).toArray());
    }

    /** A reservoir that passes and two wells, the second over in hardness and iron and in pH. */
    static WaterMonth october() {
        return month(
                source(1, "西夏水库水源地", SourceKind.RESERVOIR, "850"),
                List.of("氨氮 0.31 mg/L", "总氮 1.62 mg/L", "汞 0.00004L mg/L"),
                source(2, "东郊水源地", SourceKind.GROUND, "120"),
                List.of("总硬度 430 mg/L", "铁 0.1 mg/L"),
                source(3, "贺兰水源地", SourceKind.GROUND, "90"),
                List.of("总硬度 470 mg/L", "铁 0.37 mg/L", "pH 8.8 ", "硫酸盐 210 mg/L", "砷 0.02L mg/L"));
    }

    /** Sources and their values in turn. */
    @SuppressWarnings("unchecked")
    static WaterMonth month(Object... sourcesAndValues) {
        var lines = new java.util.ArrayList<WaterMonth.Line>();
        for (var at = 0; at < sourcesAndValues.length; at += 2) {
            var source = (WaterSource) sourcesAndValues[at];
            lines.add(
                    new WaterMonth.Line(
                            of(source, OCTOBER, (List<String>) sourcesAndValues[at + 1]),
                            SourceMonth.of(source, OCTOBER.minusMonths(1), null),
                            SourceMonth.of(source, OCTOBER.minusYears(1), null)));
        }
        return new WaterMonth(OCTOBER, lines);
    }

    static SourceMonth of(WaterSource source, YearMonth month, List<String> values) {
        return SourceMonth.of(source, month, sampling(source, month, values));
    }

    /** Two wells in October, both over in hardness, the second by nature alone and told apart. */
    static WaterMonth byNature() {
        var north = source(2, "东郊水源地", SourceKind.GROUND, "120");
        var helan = source(3, "贺兰水源地", SourceKind.GROUND, "90");
        var basis =
                new JudgingBasis(
                        2,
                        Map.of(
                                3L,
                                List.of(
                                        new Background(
                                                1,
                                                1,
                                                3,
                                                "总硬度(以CaCO3计)",
                                                new NaturalBackground(
                                                        "含水层富含碳酸盐岩", "《本底调查报告》", "宁环〔2019〕1号"),
                                                LocalDate.of(2019, 1, 1),
                                                null,
                                                false,
                                                "",
                                                new Decision(1, null, Instant.EPOCH)))),
                        List.of(),
                        Set.of(),
                        true);
        return new WaterMonth(
                OCTOBER,
                List.of(
                        line(north, basis, List.of("总硬度 470 mg/L", "铁 0.1 mg/L")),
                        line(helan, basis, List.of("总硬度 470 mg/L", "铁 0.1 mg/L"))));
    }

    private static WaterMonth.Line line(
            WaterSource source, JudgingBasis basis, List<String> values) {
        return new WaterMonth.Line(
                SourceMonth.of(source, OCTOBER, sampling(source, OCTOBER, values), basis),
                SourceMonth.of(source, OCTOBER.minusMonths(1), null),
                SourceMonth.of(source, OCTOBER.minusYears(1), null));
    }

    private static Sampling sampling(WaterSource source, YearMonth month, List<String> values) {
        return new Sampling(
                source.id(),
                month,
                1,
                false,
                month.atDay(8),
                "",
                null,
                values.stream()
                        .map(it -> it.split(" ", -1))
                        .map(it -> new ReportedValue(it[0], it[1], it[2]))
                        .toList(),
                Sampling.Origin.API,
                null,
                values.isEmpty() ? "停水检修，上月达标" : "",
                List.of(),
                null,
                Instant.EPOCH);
    }

    static WaterSource source(long id, String name, SourceKind kind, String intake) {
        return new WaterSource(
                id,
                1,
                LocalDate.of(2019, 1, 1),
                new SourceFacts(
                        name,
                        List.of(),
                        kind,
                        WaterClass.III,
                        "640104",
                        "",
                        "汇水总管",
                        new BigDecimal(intake),
                        SourceState.IN_USE,
                        null),
                "",
                null,
                Instant.EPOCH);
    }

    private static Properties words() {
        var words = new Properties();
        for (var name : List.of("reports", "sources", "results", "basis")) {
            try (var file =
                    new InputStreamReader(
                            Objects.requireNonNull(
                                    WaterFigures.class.getResourceAsStream(
                                            "/messages/drinkingwater-" + name + ".properties")),
                            StandardCharsets.UTF_8)) {
                words.load(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return words;
    }
}
