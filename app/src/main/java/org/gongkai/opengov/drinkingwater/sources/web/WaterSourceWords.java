package org.gongkai.opengov.drinkingwater.sources.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.sources.SourceKind;
import org.gongkai.opengov.drinkingwater.sources.SourceState;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.gongkai.platform.organization.RegionCode;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/** How pages speak of sources (水源用语). */
@Component
public class WaterSourceWords {
    private final Wording wording;

    WaterSourceWords(Wording wording) {
        this.wording = wording;
    }

    /** 地下水, 湖库型, 河流型. */
    public String kind(SourceKind kind) {
        return wording.say("drinkingwater.sources.kind." + kind.slug());
    }

    /** 在用, 备用, 关闭, 已被替代. */
    public String state(SourceState state) {
        return wording.say("drinkingwater.sources.state." + state.slug());
    }

    /** How the tag of a state looks. */
    public String look(SourceState state) {
        return switch (state) {
            case IN_USE -> "good";
            case RESERVE -> "plain";
            case CLOSED, REPLACED -> "done";
        };
    }

    /** The name of a district. */
    public String district(String code) {
        return new RegionCode(code).regionName();
    }

    /** What is usually taken in a month; a word where nobody knows. */
    public String intake(WaterSource source) {
        var intake = source.facts().intake();
        return intake == null
                ? wording.say("drinkingwater.sources.unknown")
                : wording.say("drinkingwater.sources.volume", intake.toPlainString());
    }

    List<Choice> kinds() {
        return Arrays.stream(SourceKind.values())
                .map(it -> Choice.of(it.slug(), kind(it)))
                .toList();
    }

    List<Choice> states() {
        return Arrays.stream(SourceState.values())
                .map(it -> Choice.of(it.slug(), state(it)))
                .toList();
    }

    List<Choice> targets() {
        return Arrays.stream(WaterClass.values())
                .filter(it -> it != WaterClass.WORSE_THAN_V)
                .map(
                        it ->
                                Choice.of(
                                        it.text(),
                                        wording.say("drinkingwater.sources.class", it.text())))
                .toList();
    }

    static List<Choice> districts(Map<String, String> counties) {
        return counties.entrySet().stream()
                .map(it -> Choice.of(it.getKey(), it.getValue()))
                .toList();
    }
}
