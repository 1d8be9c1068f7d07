package org.gongkai.platform.api;

import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML with the types of JSON alone (YAML 读取): {@code 2026-11-23} and {@code no} stay texts.
 */
final class JsonYaml {
    private JsonYaml() {}

    static Map<String, Object> read(String text) {
        var limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setCodePointLimit(10_000_000);
        var writing = new DumperOptions();
        var yaml =
                new Yaml(
                        new SafeConstructor(limits),
                        new Representer(writing),
                        writing,
                        limits,
                        new JsonTypes());
        return yaml.load(text);
    }

    private static final class JsonTypes extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("^(?:true|false)$"), "tf");
            addImplicitResolver(Tag.INT, Pattern.compile("^-?(?:0|[1-9][0-9]*)$"), "-0123456789");
            addImplicitResolver(
                    Tag.FLOAT,
                    Pattern.compile("^-?(?:0|[1-9][0-9]*)\\.[0-9]+(?:[eE][-+]?[0-9]+)?$"),
                    "-0123456789");
            addImplicitResolver(Tag.NULL, Pattern.compile("^(?:null|~|)$"), "n~\0");
            addImplicitResolver(Tag.MERGE, Pattern.compile("^<<$"), "<");
        }
    }
}
