package org.bodywork.platform.web;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.AbstractDecoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads {@link Body} records from JSON, and nothing else from anything else. */
final class BodyDecoder extends AbstractDecoder<Object> {

    private final BodyReader reader;
    private final int maxBytes;

    BodyDecoder(BodyReader reader, int maxBytes) {
        super(MediaType.APPLICATION_JSON);
        this.reader = reader;
        this.maxBytes = maxBytes;
    }

    @Override
    public boolean canDecode(ResolvableType type, @Nullable MimeType mimeType) {
        return type.toClass().isAnnotationPresent(Body.class) && super.canDecode(type, mimeType);
    }

    /** The whole body is one value, however many buffers it comes in. */
    @Override
    public Flux<Object> decode(
            Publisher<DataBuffer> input,
            ResolvableType type,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        return decodeToMono(input, type, mimeType, hints).flux();
    }

    /**
     * Gathers the bytes itself: DataBufferUtils.join releases a buffer twice when the limit is passed in the middle of
     * one, which closes the connection under the refusal.
     */
    @Override
    public Mono<Object> decodeToMono(
            Publisher<DataBuffer> input,
            ResolvableType type,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        return Flux.from(input)
                .map(BodyDecoder::take)
                .reduceWith(ByteArrayOutputStream::new, this::append)
                .filter(body -> body.size() > 0)
                .map(body -> reader.read(body.toByteArray(), type.toClass()));
    }

    private static byte[] take(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private ByteArrayOutputStream append(ByteArrayOutputStream body, byte[] bytes) {
        if (body.size() + bytes.length > maxBytes) {
            throw new DataBufferLimitException("A body may have at most " + maxBytes + " bytes");
        }
        body.writeBytes(bytes);
        return body;
    }
}
