package org.gongkai.opengov.drinkingwater.open.web;

import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.Certainty;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.open.WaterItem;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/** What pages say of an item (水质项目用语): what it is, why it matters, its limits. */
@Component
class WaterItemWords {
    private static final String TEXT = "drinkingwater.item-text.";
    private static final int GROUP_SIGNS = 3;

    private final Wording wording;

    WaterItemWords(Wording wording) {
        this.wording = wording;
    }

    /** What it is, in a sentence. */
    public String what(WaterItem item) {
        return text(item, ".what");
    }

    /** Why it matters, in a sentence or two. */
    public String why(WaterItem item) {
        return text(item, ".why");
    }

    /** Whether what is said is of this item alone, and not of its whole group. */
    public boolean hasOwnText(WaterItem item) {
        return wording.find(TEXT + item.key() + ".what").isPresent();
    }

    private String text(WaterItem item, String part) {
        return wording.find(TEXT + item.key() + part)
                .or(() -> wording.find(TEXT + "group." + group(item) + part))
                .orElseGet(() -> wording.say(TEXT + "group.other" + part));
    }

    /** The first signs of a code of HJ 525 name the group: w20 are metals, w33 pesticides. */
    private static String group(WaterItem item) {
        return item.key().substring(0, Math.min(GROUP_SIGNS, item.key().length()));
    }

    /** The classes in words, I to V. */
    public List<String> classNames() {
        return WaterClass.inStandards().stream()
                .map(it -> wording.say("drinkingwater.open.class", it.text()))
                .toList();
    }

    /** The limits class by class, I to V; a dash where the class has none. */
    public List<String> classes(WaterItem.Standing standing) {
        return WaterClass.inStandards().stream()
                .map(it -> standing.item().limits().printed(it).orElse("—"))
                .toList();
    }

    /** The one limit of an item without classes; empty where it has classes or none at all. */
    public Optional<String> single(WaterItem.Standing standing) {
        var limits = standing.item().limits();
        return limits.hasClasses() ? Optional.empty() : limits.printed(WaterClass.III);
    }

    /** The limit that sources are held to, with its unit; a word where there is none. */
    public String forSources(WaterItem.Standing standing) {
        return standing.item()
                .limits()
                .printed(WaterClass.III)
                .map(it -> withUnit(it, standing.item().unit()))
                .orElseGet(() -> wording.say("drinkingwater.open.items.no-limit"));
    }

    /** The unit, or a word for none. */
    public String unit(String unit) {
        return bare(unit).isEmpty() ? wording.say("drinkingwater.open.items.no-unit") : unit;
    }

    /** Whether the printed standard was seen. */
    public String certainty(Certainty certainty) {
        return wording.say("drinkingwater.open.certainty." + certainty.name());
    }

    /** Which table, which number, and for which water. */
    public String place(WaterItem.Standing standing) {
        var item = standing.item();
        var body = item.body();
        var place = wording.say("drinkingwater.open.items.place", item.table(), item.place());
        return body == null
                ? place
                : place + wording.say("drinkingwater.open.items.body." + body.name());
    }

    static String withUnit(String text, String unit) {
        return bare(unit).isEmpty() ? text : text + " " + unit;
    }

    private static String bare(String unit) {
        return unit.equals("dimensionless") ? "" : unit;
    }
}
