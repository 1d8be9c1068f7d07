package org.gongkai.opengov.requests.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The ways that this installation has (已配置的通知渠道); none of itself. */
@Component
class Couriers {
    private volatile List<Courier> all;

    Couriers(Environment environment, JsonMapper json) {
        var settings = NoticeSettings.read(environment::getProperty);
        var found = new ArrayList<Courier>();
        settings.mail().ifPresent(it -> found.add(new MailCourier(it)));
        settings.sms().ifPresent(it -> found.add(new SmsCourier(it, json)));
        this.all = List.copyOf(found);
    }

    List<NoticeWay> ways() {
        return all.stream().map(Courier::way).toList();
    }

    Optional<Courier> by(NoticeWay way) {
        return all.stream().filter(it -> it.way() == way).findFirst();
    }

    /** Other ways from now on. */
    void use(List<Courier> others) {
        all = List.copyOf(others);
    }
}
