package org.bodywork.platform.yardstick;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.bodywork.platform.web.InvalidRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Answers with as many bytes as are asked for, always the same ones: what the web framework alone can do, in this very
 * process. Benchmarks state their figures as shares of it.
 */
@RestController
class YardstickController {

    static final String PATH = "/yardstick";

    private static final int MOST = 1 << 20;

    private final AtomicReference<byte[]> body = new AtomicReference<>(new byte[0]);

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> answer(@RequestParam int bytes) {
        if (bytes < 2 || bytes > MOST) {
            throw new InvalidRequest("/bytes", "is between 2 and " + MOST);
        }
        byte[] known = body.get();
        return Mono.just(known.length == bytes ? known : made(bytes));
    }

    /** A JSON text. */
    private byte[] made(int bytes) {
        byte[] text = new byte[bytes];
        Arrays.fill(text, (byte) 'x');
        text[0] = '"';
        text[bytes - 1] = '"';
        body.set(text);
        return text;
    }
}
