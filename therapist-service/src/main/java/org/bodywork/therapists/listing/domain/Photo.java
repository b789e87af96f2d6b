package org.bodywork.therapists.listing.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A picture that lies somewhere else; a page that is read over HTTPS may show it. */
public record Photo(URI url) {

    private static final int LONGEST = 500;

    /** A name of the public network: no address, no port, nobody's password. */
    private static final Pattern HOST = Pattern.compile("([a-z0-9-]{1,63}\\.){1,8}[a-z][a-z0-9-]{1,62}");

    public Photo {
        if (url.toString().length() > LONGEST
                || !"https".equals(url.getScheme())
                || url.getRawUserInfo() != null
                || url.getPort() != -1
                || url.getRawFragment() != null
                || !isPublic(url.getHost())) {
            throw new InvalidValue("is not a link such as https://pictures.example/me.jpg");
        }
    }

    public static Photo at(String url) {
        try {
            return new Photo(new URI(url));
        } catch (URISyntaxException notALink) {
            throw new InvalidValue("is not a link such as https://pictures.example/me.jpg");
        }
    }

    private static boolean isPublic(@Nullable String host) {
        return host != null && HOST.matcher(host).matches();
    }
}
