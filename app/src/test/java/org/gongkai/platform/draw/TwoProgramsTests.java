package org.gongkai.platform.draw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkai.testing.Verifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code vdraw/1}: whatever bundle there is, the program and the verifier say the same of it. */
@DisplayName("Two programs judge ten thousand bundles (两个程序互验)")
class TwoProgramsTests {
    private static final String REFUSED = "refused";
    private static final Pattern COMPUTED =
            Pattern.compile(".* manifestHash=(\\w+), resultRoot=(\\w+), .*");

    @Test
    void andAgree() {
        var verifier = Verifier.load();

        var judged =
                IntStream.range(0, 100)
                        .parallel()
                        .boxed()
                        .flatMap(seed -> RandomBundles.of(100, seed))
                        .map(bundle -> Judged.of(bundle, verifier))
                        .toList();

        assertThat(judged.stream().filter(it -> !it.agree()).map(Judged::bundle)).isEmpty();
        assertThat(judged.size()).isEqualTo(10_000);
        assertThat(judged.stream().filter(Judged::valid).count()).isBetween(5_000L, 5_400L);
    }

    /**
     * What each says of a bundle: its manifest's hash and the root of its result, if it is valid.
     */
    private record Judged(String bundle, String program, String verifier) {

        static Judged of(byte[] bundle, Verifier verifier) {
            var own = DrawVerification.of(bundle);
            var computed = COMPUTED.matcher(verifier.verdict(bundle));
            return new Judged(
                    new String(bundle, UTF_8),
                    own.valid() ? own.manifestHash() + " " + own.resultRoot() : REFUSED,
                    computed.matches() ? computed.group(1) + " " + computed.group(2) : REFUSED);
        }

        boolean agree() {
            return program.equals(verifier);
        }

        boolean valid() {
            return !program.equals(REFUSED);
        }
    }
}
