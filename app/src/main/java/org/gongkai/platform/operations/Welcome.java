package org.gongkai.platform.operations;

import java.util.Comparator;
import java.util.List;
import org.gongkai.platform.settings.DemoData;
import org.gongkai.platform.settings.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The first words on the screen (启动提示): where to go, and with which accounts. */
@Component
@ConditionalOnProperty("gongkai.welcome")
class Welcome {
    private final Settings settings;
    private final List<DemoData> demoData;

    Welcome(Settings settings, List<DemoData> demoData) {
        this.settings = settings;
        this.demoData = demoData;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        String address = "http://" + host() + ":" + settings.port();
        System.out.println(Words.say("operations.welcome.public", address + "/"));
        System.out.println(Words.say("operations.welcome.desk", address + "/desk"));
        if (settings.production()) {
            System.out.println(Words.say("operations.welcome.production", settings.home()));
        } else {
            showEvaluation();
        }
        System.out.println(Words.say("operations.welcome.stop"));
    }

    private void showEvaluation() {
        System.out.println(Words.say("operations.welcome.evaluation", settings.home()));
        if (settings.acceptsDemoAccounts()) {
            demoData.stream()
                    .sorted(Comparator.comparingInt(DemoData::order))
                    .flatMap(part -> part.invitation().stream())
                    .forEach(System.out::println);
        } else {
            System.out.println(Words.say("operations.welcome.demo-closed", settings.bind()));
        }
    }

    private String host() {
        String bind = settings.bind();
        boolean everywhere = bind.equals("0.0.0.0") || bind.equals("::");
        return everywhere ? "127.0.0.1" : bind;
    }
}
