package org.gongkai.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.ApiContract;
import org.gongkai.testing.ModuleTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DisplayName("The OpenAPI document")
@ModuleTest
class OpenApiTests {
    @LocalServerPort int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void namesEveryCallThatIsAnsweredAndNoOther() {
        var answered = new TreeSet<String>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(
                        it ->
                                it.getPatternValues().stream()
                                        .filter(path -> path.startsWith("/api/"))
                                        .forEach(
                                                path ->
                                                        it.getMethodsCondition()
                                                                .getMethods()
                                                                .forEach(
                                                                        method ->
                                                                                answered.add(
                                                                                        method
                                                                                                + " "
                                                                                                + plain(
                                                                                                        path)))));
        var documented = new TreeSet<String>();
        contract()
                .calls()
                .forEach(
                        it ->
                                documented.add(
                                        it.method().toUpperCase(Locale.ROOT)
                                                + " "
                                                + plain(it.path())));

        assertThat(documented).isEqualTo(answered);
    }

    @Test
    void hasAValidExampleForEachCallAndEachAnswer() {
        var contract = contract();
        List<String> wrong = new ArrayList<>();
        for (var call : contract.calls()) {
            String at = ApiContract.pointer(call.path()) + "/" + call.method();
            checkContents(contract, at + "/requestBody/content", wrong);
            call.operation()
                    .get("responses")
                    .properties()
                    .forEach(
                            it -> {
                                String response = at + "/responses/" + it.getKey();
                                if (it.getValue().has("$ref")) {
                                    response = it.getValue().get("$ref").asText().substring(1);
                                }
                                checkContents(contract, response + "/content", wrong);
                            });
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void hasACallForEveryActionOfTheDesk() throws IOException {
        var table = ApiTable.read(Path.of("../docs/rules/api.md"));
        var documented =
                contract().calls().stream()
                        .map(it -> it.method().toUpperCase(Locale.ROOT) + " " + it.path())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(table.actions())
                .as("the actions of the desk's pages, each a row of docs/rules/api.md")
                .containsExactlyInAnyOrderElementsOf(actionsOfTheDesk());
        assertThat(documented)
                .as("the calls that docs/rules/api.md names")
                .containsAll(table.calls());
        assertThat(table.withoutCallOrReason()).isEmpty();
    }

    private TreeSet<String> actionsOfTheDesk() {
        var actions = new TreeSet<String>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(
                        it -> {
                            var methods = it.getMethodsCondition().getMethods();
                            if (methods.contains(RequestMethod.POST)) {
                                it.getPatternValues().stream()
                                        .filter(path -> path.startsWith("/desk"))
                                        .map(path -> path.replaceAll(":[^}]*", ""))
                                        .forEach(actions::add);
                            }
                        });
        return actions;
    }

    private static void checkContents(ApiContract contract, String pointer, List<String> wrong) {
        var contents = contract.at(pointer);
        if (contents.isMissingNode()) {
            return;
        }
        contents.properties()
                .forEach(
                        it -> {
                            if (!it.getKey().endsWith("json")) {
                                return;
                            }
                            String schema =
                                    pointer + "/" + it.getKey().replace("/", "~1") + "/schema";
                            var examples = new ArrayList<com.fasterxml.jackson.databind.JsonNode>();
                            if (it.getValue().has("example")) {
                                examples.add(it.getValue().get("example"));
                            }
                            it.getValue()
                                    .path("examples")
                                    .forEach(named -> examples.add(named.get("value")));
                            if (examples.isEmpty()) {
                                wrong.add(pointer + " has no example");
                            }
                            examples.forEach(
                                    example ->
                                            wrong.addAll(
                                                    contract.exampleMismatches(
                                                            schema, example, pointer)));
                        });
    }

    private ApiContract contract() {
        return ApiClient.at(port).contract();
    }

    private static String plain(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
