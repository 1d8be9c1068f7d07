package org.gongkai.platform.search;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** An indexer in a process of its own, to be killed. */
final class IndexerProcess {

    private IndexerProcess() {}

    /** Database address, role, password, engine, folder, server. */
    public static void main(String[] arguments) throws InterruptedException {
        var world =
                new World(
                        arguments[0],
                        arguments[1],
                        arguments[2],
                        TestEngine.valueOf(arguments[3])
                                .shelf(Path.of(arguments[4]), arguments[5]));
        world.indexer.start();
        System.out.print('s');
        System.out.flush();
        new CountDownLatch(1).await();
    }
}
