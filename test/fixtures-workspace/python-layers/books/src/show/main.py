from shelf_common.gateway import account_of, answer


def handler(event, _):
    for key in ['shelf', 'title']:
        if key not in event['queryStringParameters']:
            return answer('There is no {} in the query.'.format(key), 400)
            #                                                         ^^^ 400 sent
    book = find_book(event['pathParameters']['isbn'])
    if book is None:
        return answer({'missing': event['pathParameters']['isbn']}, 400)
        #                                                           ^^^ 400 sent ! not-found-is-404
    return answer(book)
    #      ^^^^^^ 200 sent
