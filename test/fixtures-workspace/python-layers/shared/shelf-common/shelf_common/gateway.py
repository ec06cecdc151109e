import json


def account_of(event):
    return event['requestContext'].get('authorizer')


def answer(said, status_code=200, origin='*'):
    #                        ^^^ 200 sent
    if isinstance(said, str):
        said = {'message': said}
    return {
        'statusCode': status_code,
        'headers': {'Access-Control-Allow-Origin': origin},
        'body': json.dumps(said),
    }
