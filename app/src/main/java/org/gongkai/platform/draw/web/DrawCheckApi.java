package org.gongkai.platform.draw.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.gongkai.platform.api.OwnBodyLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Computing a draw again, for programs (公开复算接口). */
@RestController
class DrawCheckApi {
    private static final String ADDRESS = "/api/v1/public/draws/verify";

    private final DrawChecks checks;
    private final DrawWords words;

    DrawCheckApi(DrawChecks checks, DrawWords words) {
        this.checks = checks;
        this.words = words;
    }

    /** A bundle is larger than other bodies, and is read only once it is its turn. */
    @Bean
    static OwnBodyLimit bundlesHaveALimitOfTheirOwn() {
        return new OwnBodyLimit(ADDRESS);
    }

    @PostMapping(value = ADDRESS, consumes = MediaType.APPLICATION_JSON_VALUE)
    DrawAnswer verify(HttpServletRequest request) throws IOException {
        return DrawAnswer.of(
                checks.check(request.getInputStream(), request.getRemoteAddr()), words);
    }
}
