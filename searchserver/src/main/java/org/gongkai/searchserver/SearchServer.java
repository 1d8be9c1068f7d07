package org.gongkai.searchserver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * A real OpenSearch of one node for the tests (检索服务器), on this machine only and in a process of its
 * own; it ends when the process that started it does.
 */
public final class SearchServer extends Node {

    private SearchServer(Path folder, String port) {
        super(
                InternalSettingsPreparer.prepareEnvironment(
                        settings(folder, port), Map.of(), null, () -> "gongkai-tests"),
                Stream.of(Netty4ModulePlugin.class, CommonAnalysisModulePlugin.class)
                        .map(SearchServer::plugin)
                        .toList(),
                false);
    }

    private static Settings settings(Path folder, String port) {
        return Settings.builder()
                .put("cluster.name", "gongkai-tests")
                .put("path.home", folder)
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", port)
                .put("transport.port", "0")
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                .put("node.processors", 2)
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .put("cluster.max_shards_per_node", 5_000)
                .build();
    }

    private static PluginInfo plugin(Class<? extends Plugin> type) {
        return new PluginInfo(
                type.getSimpleName(),
                "",
                Version.CURRENT.toString(),
                Version.CURRENT,
                "25",
                type.getName(),
                List.of(),
                false);
    }

    /**
     * Starts it, says its port in one line, and stops when nothing more can be read.
     *
     * @param arguments the folder for its data, and the port, 0 for any free one
     */
    public static void main(String[] arguments) throws IOException, NodeValidationException {
        try (var server = new SearchServer(Path.of(arguments[0]), arguments[1])) {
            server.start();
            var http = server.injector().getInstance(HttpServerTransport.class);
            System.out.println("port " + http.boundAddress().publishAddress().getPort());
            while (System.in.read() >= 0) {
                // Whoever started it is still there.
            }
        }
    }
}
