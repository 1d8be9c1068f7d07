package org.gongkai.platform.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** The addresses of style sheets, scripts, fonts and pictures (静态资源地址), with the hash of each. */
@Component
class AssetList implements PublicAddresses {
    private static final String FOLDER = "/static/assets/";

    private final ResourceUrlProvider addresses;

    AssetList(ResourceUrlProvider addresses) {
        this.addresses = addresses;
    }

    @Override
    public Stream<PublicAddress> all() {
        try {
            var found =
                    new PathMatchingResourcePatternResolver(getClass().getClassLoader())
                            .getResources("classpath*:" + FOLDER.substring(1) + "**/*.*");
            return Arrays.stream(found)
                    .filter(Resource::isReadable)
                    .map(AssetList::path)
                    .map(addresses::getForLookupPath)
                    .filter(Objects::nonNull)
                    .map(it -> PublicAddress.of(it, Kind.MACHINE).stamped(it));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(Resource asset) {
        try {
            var address = asset.getURL().toString();
            return "/assets/" + address.substring(address.lastIndexOf(FOLDER) + FOLDER.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
