package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.ByteString;

/** Reads a request into a {@link Call}: its route, query, token, JSON body and files. */
final class RequestReader {
    private static final String API = "/api/v10/";
    private static final String BOT = "Bot ";
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("\\bfilename=\"([^\"]*)\"");
    private static final Pattern FILE_PART = Pattern.compile("files\\[(\\d+)]");

    private RequestReader() {}

    /** The call; empty when no route fits. */
    static Optional<Call> read(RecordedRequest request, Instant receivedAt) {
        String path = request.getUrl().encodedPath();
        if (!path.startsWith(API)) {
            return Optional.empty();
        }
        return Route.of(request.getMethod(), path.substring(API.length()))
                .map(match -> call(match, request, receivedAt));
    }

    private static Call call(Route.Match match, RecordedRequest request, Instant receivedAt) {
        Map<String, String> query = new HashMap<>();
        for (String name : request.getUrl().queryParameterNames()) {
            query.put(
                    name,
                    Optional.ofNullable(request.getUrl().queryParameter(name)).orElse(""));
        }
        SortedMap<String, Upload> uploads = new TreeMap<>();
        JsonNode body = body(request, uploads);
        return new Call(match, query, token(request), Spelling.normalised(body), uploads, receivedAt);
    }

    private static String token(RecordedRequest request) {
        String header =
                Optional.ofNullable(request.getHeaders().get("Authorization")).orElse("");
        return header.startsWith(BOT) ? header.substring(BOT.length()) : header;
    }

    private static JsonNode body(RecordedRequest request, SortedMap<String, Upload> uploads) {
        ByteString bytes = Optional.ofNullable(request.getBody()).orElse(ByteString.EMPTY);
        String type =
                Optional.ofNullable(request.getHeaders().get("Content-Type")).orElse("");
        Matcher boundary = BOUNDARY.matcher(type);
        if (type.startsWith("multipart/") && boundary.find()) {
            return multipart(bytes, boundary.group(1), uploads);
        }
        return bytes.size() == 0 ? MissingNode.getInstance() : Json.read(bytes.utf8());
    }

    private static JsonNode multipart(ByteString bytes, String boundary, SortedMap<String, Upload> uploads) {
        JsonNode payload = MissingNode.getInstance();
        try (MultipartReader reader = new MultipartReader(new Buffer().write(bytes), boundary)) {
            for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
                String disposition = Optional.ofNullable(part.headers().get("Content-Disposition"))
                        .orElse("");
                Matcher file = FILE_PART.matcher(first(NAME, disposition));
                if (file.matches()) {
                    String type = Optional.ofNullable(part.headers().get("Content-Type"))
                            .orElse("application/octet-stream");
                    byte[] content = part.body().readByteArray();
                    uploads.put(file.group(1), new Upload(first(FILE_NAME, disposition), type, content));
                } else if (first(NAME, disposition).equals("payload_json")) {
                    payload = Json.read(part.body().readUtf8());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("not a multipart body", e);
        }
        return payload;
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
