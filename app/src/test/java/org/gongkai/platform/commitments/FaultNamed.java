package org.gongkai.platform.commitments;

import java.util.Arrays;
import java.util.stream.Stream;
import org.gongkai.platform.draw.DrawFault;
import org.junit.jupiter.params.converter.SimpleArgumentConverter;

/** The fault of a name in a table of cases, of either kind. */
public final class FaultNamed extends SimpleArgumentConverter {
    @Override
    protected Object convert(Object name, Class<?> type) {
        return Stream.concat(
                        Arrays.stream(CommitmentFault.values()), Arrays.stream(DrawFault.values()))
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
